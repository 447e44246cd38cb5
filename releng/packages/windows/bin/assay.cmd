@echo off
rem Starts the command line: a plain Java program over the jars of the product this script lies in.
setlocal EnableExtensions DisableDelayedExpansion
for %%h in ("%~dp0..") do set "home=%%~fh"
call "%~dp0find-java.cmd"
if errorlevel 1 exit /b 3
set "ASSAY_COMMAND=assay"
"%java_folder%\bin\java.exe" -XX:+UseSerialGC -Xmn64m --enable-native-access=ALL-UNNAMED -Dh2.allowedClasses=none "-Dassay.home=%home%" -cp "%home%\plugins\*" org.assay.cli.Main %*
exit /b %ERRORLEVEL%
