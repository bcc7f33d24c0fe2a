# Sourced by taipan.mjs (which is $self): starts node, from the snapshot of the engine that prepare.mjs made where that is newer than
# what it was made from and this is the node that made it. Only the shell's own words on the way, but for one `ls`.
root=${self%/*}/..
flags="--stack-size=7600 --max-semi-space-size=32"
blob=$root/build/cache/engine.blob
# Node would read these certificates at every start, in 35 ms. Programs get the variable back (host/node/environment.ts).
if [ -n "$NODE_EXTRA_CA_CERTS" ]; then
  export TAIPAN_NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"
  unset NODE_EXTRA_CA_CERTS
fi
if [ -z "$NODE_OPTIONS" ] && [ "$blob" -nt "$root/build/bundle/engine.cjs" ] &&
  [ "$blob" -nt "$root/build/ahead/index.json" ] && [ ! "$root/dist/.tsbuildinfo" -nt "$root/build/bundle/engine.cjs" ] &&
  { read -r made && read -r place; } <"$blob.id" && [ "$made" = "$(ls -Lis "$(command -v node)")" ] && [ "$place" -ef "$root" ]; then
  # Reading a snapshot touches 26 MB, which is a quarter quicker in large pages. Programs do not see this either.
  if [ -z "${GLIBC_TUNABLES+given}" ]; then export GLIBC_TUNABLES=glibc.malloc.hugetlb=1 TAIPAN_OWN_TUNABLES=1; fi
  exec node $flags --no-rehash-snapshot --snapshot-blob "$blob" "$self" "$@"
fi
exec node $flags "$self" "$@"
