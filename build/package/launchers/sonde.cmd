@echo off
rem The command line of Sonde: the installed program, without a window. Within a script, cmd waits for it, and passes on its exit code.
rem Compiled code in a folder that this names would run in place of ours: no fuse of Electron covers that (SECURITY.md).
setlocal
set NODE_COMPILE_CACHE=
"%~dp0..\Sonde.exe" --ozone-platform=headless --log-level=3 --disable-gpu -- %*
exit /b %ERRORLEVEL%
