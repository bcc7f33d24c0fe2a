#!/usr/bin/env sh
':' //; self=$0; [ -L "$self" ] && self=$(readlink -f "$self"); . "${self%/*}/launch.sh"
// The command `taipan`, for both of its readers: the shell goes on in launch.sh, which starts node; node goes on here.
import './command.cjs';
