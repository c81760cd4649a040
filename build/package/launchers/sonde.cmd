@echo off
rem The command line of Sonde: the installed program, without a window. Within a script, cmd waits for it, and passes on its exit code.
"%~dp0..\Sonde.exe" --ozone-platform=headless --log-level=3 --disable-gpu -- %*
exit /b %ERRORLEVEL%
