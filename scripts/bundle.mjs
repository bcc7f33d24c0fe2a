// Joins dist/ into one file, build/bundle/engine.cjs, which starts much faster than some hundred modules. bin/engine.cjs
// takes it when it is newer than dist/, and keeps V8's code cache of it in build/cache.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ENTRY } from '../bin/engine.cjs';
import { compilerFingerprint } from '../bin/fingerprint.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'build', 'bundle');

/** Modules of node that few programs use: each is loaded when something of it is first used. The snapshot must not hold a loaded one. */
const late = {
  name: 'late',
  setup(bundler) {
    bundler.onResolve(
      { filter: /^node:(child_process|crypto|inspector|tty|worker_threads)$/ },
      ({ path, namespace }) => (namespace === 'late' ? { path, external: true } : { path, namespace: 'late' }),
    );
    bundler.onLoad({ filter: /^node:/, namespace: 'late' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => /^[a-z]\w*$/i.test(name) && name !== 'default');
      const getters = names.map((name) => `get ${name}() { return require('${path}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };`, loader: 'js' };
    });
  },
};

await build({
  entryPoints: [join(root, 'bin', ENTRY)],
  outfile: join(folder, 'engine.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'ascii', // one byte a character: quicker to read, and lighter in memory
  minifyWhitespace: true,
  minifySyntax: true,
  footer: { js: `module.exports.fingerprint=${JSON.stringify(compilerFingerprint(join(root, 'dist')))};` },
  plugins: [late],
  logLevel: 'warning',
});
