// `npm start -- program.py [args]`: placeholder replaced by the launcher once the command line exists.
process.stderr.write('taipan: the command line is not built yet\n');
process.exitCode = 1;
