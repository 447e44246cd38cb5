rem To be called with home set to the product's folder: sets java_folder to the folder of a Java 25 or newer, or says what to do and fails.
set "java_folder="
if not defined ASSAY_JAVA_HOME goto search
call :take "%ASSAY_JAVA_HOME%"
if defined java_folder exit /b 0
echo assay: ASSAY_JAVA_HOME is "%ASSAY_JAVA_HOME%", where there is no Java 25 or newer. Correct it or unset it.>&2
exit /b 3

:search
call :take "%home%\java"
if not defined JAVA_HOME goto usual
call :take "%JAVA_HOME%"
:usual
call :within "%ProgramFiles%\Eclipse Adoptium"
call :within "%ProgramFiles%\Java"
call :within "%ProgramFiles%\Microsoft"
rem Where it is on no PATH, what is left would be a folder beside the one that somebody works in.
set "on_path="
for %%j in (java.exe) do set "on_path=%%~dp$PATH:j"
if not defined on_path goto said
call :take "%on_path%.."
:said
if defined java_folder exit /b 0
echo assay: found no Java 25 or newer: looked at ASSAY_JAVA_HOME, JAVA_HOME, the usual folders for Java, and the java on the PATH.>&2
echo Install one, for example with "winget install EclipseAdoptium.Temurin.25.JDK", or set ASSAY_JAVA_HOME to the folder of one you have.>&2
exit /b 3

:take
if defined java_folder exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "java_version="
for /f "usebackq tokens=1,2 delims==" %%r in ("%~1\release") do if "%%r"=="JAVA_VERSION" set "java_version=%%~s"
if not defined java_version exit /b 0
for /f "tokens=1 delims=.-+" %%m in ("%java_version%") do set "java_version=%%m"
if %java_version% geq 25 set "java_folder=%~1"
exit /b 0

:within
if not exist "%~1" exit /b 0
pushd "%~1"
for /d %%j in (*) do call :take "%%~fj"
popd
exit /b 0
