@echo off
rem Starts the workbench of the product this script lies in; what it remembers is kept below LOCALAPPDATA.
setlocal EnableExtensions DisableDelayedExpansion
for %%h in ("%~dp0.") do set "home=%%~fh"
call "%~dp0bin\find-java.cmd"
if errorlevel 1 exit /b 3
set "launcher="
pushd "%home%\plugins"
for %%l in (org.eclipse.equinox.launcher_*.jar) do set "launcher=%%~fl"
popd
start "" "%java_folder%\bin\javaw.exe" "-Dassay.home=%home%" -Dh2.allowedClasses=none -Dosgi.checkConfiguration=true --enable-native-access=ALL-UNNAMED -jar "%launcher%" -configuration "%LOCALAPPDATA%\Assay\configuration" -data "%LOCALAPPDATA%\Assay\workspace" %*
