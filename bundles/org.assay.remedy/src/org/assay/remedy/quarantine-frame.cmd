@echo off
rem Assay: moves files that an analyst has judged into a quarantine folder, each only if its SHA-256 is still the one judged.
rem
rem   quarantine.cmd ROOT QUARANTINE [/apply] [/undo] [/tree N]
rem
rem ROOT is where the tree lies, C:\ for a running system. Without /apply nothing is moved: every file is checked and what would happen
rem is shown. With /undo the files go back from QUARANTINE, each only if its SHA-256 is unchanged and its old place is free. With several
rem trees in this script, /tree says which of them ROOT is; run it once for each:
rem@trees
rem SHA-256 comes from certutil.exe of Windows. Where it is missing or gives none, no file is moved. Nothing is overwritten.
rem Links are refused as far as a batch file sees them: the attribute of reparse points of the file and of the folders above it.
rem
rem Exit code: 0 everything is done or would be done, 1 something was left where it is, 2 nothing was done for a wrong call.
rem
rem The script calls itself for each folder and file, for a label in a long script would be searched for from end to end each time.
if "%~1"=="/above" goto above
if "%~1"=="/item" goto item
setlocal EnableExtensions DisableDelayedExpansion
set "apply="
set "undo="
set "tree="
set /a moved=0, already=0
if "%~2"=="" goto usage
set "root=%~f1"
set "quarantine=%~f2"
:options
if "%~3"=="" goto checks
if /i "%~3"=="/apply" goto option_apply
if /i "%~3"=="/undo" goto option_undo
if /i "%~3"=="/tree" goto option_tree
goto usage
:option_apply
set "apply=yes"
shift /3
goto options
:option_undo
set "undo=yes"
shift /3
goto options
:option_tree
set "tree=%~4"
shift /3
shift /3
goto options
:usage
echo Usage: quarantine.cmd ROOT QUARANTINE [/apply] [/undo] [/tree N]
echo The first lines of this file explain it.
exit /b 2
:checks
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
if "%quarantine:~-1%"=="\" set "quarantine=%quarantine:~0,-1%"
if not exist "%root%\" goto no_root
if /i "%root%"=="%quarantine%" goto same_folder
if not defined TEMP goto no_temp
set "scratch=%TEMP%\assay-%RANDOM%-%RANDOM%.txt"
set "log=%quarantine%\quarantine-log.txt"
set "did=quarantined"
if defined undo set "did=put back"
@choice@
:no_root
echo ROOT is not a folder that can be entered.
exit /b 2
:same_folder
echo ROOT and QUARANTINE are the same folder.
exit /b 2
:no_temp
echo The variable TEMP names no folder, and certutil's answer needs one.
exit /b 2
:prepare
set "store=%quarantine%\tree-%tree%"
if not defined apply exit /b 0
if not exist "%quarantine%\" md "%quarantine%"
if not exist "%quarantine%\" exit /b 1
>>"%log%" echo %date% %time% begin tree %tree%
if not exist "%log%" exit /b 1
exit /b 0
:no_quarantine
echo QUARANTINE or the log in it cannot be written.
exit /b 2
:above
set "attributes="
for %%F in ("%root%%folder%") do set "attributes=%%~aF"
if not "%attributes:~0,1%%attributes:~8,1%"=="d-" set "blocked=yes"
exit /b 0
:item
set "from=%root%%folder%\%name%"
set "to=%store%%folder%\%name%"
if defined undo set "from=%store%%folder%\%name%"
if defined undo set "to=%root%%folder%\%name%"
set "why=a folder above it is a link or is not there"
if defined blocked goto leave
if not exist "%from%" goto not_there
set "attributes="
for %%F in ("%from%") do set "attributes=%%~aF"
set "why=it is a folder or a link now, or its attributes cannot be read"
if not defined attributes goto leave
if not "%attributes:~0,1%%attributes:~8,1%"=="--" goto leave
set "why=something is already where it would go"
if exist "%to%" goto leave
set "checked=%from%"
call :hash
set "why=certutil gave no SHA-256 for it"
if not defined hash goto leave
set "why=it has changed: its SHA-256 is another one"
if /i not "%hash%"=="%~3" goto leave
if not defined apply goto would
if not defined undo if not exist "%store%%folder%\" md "%store%%folder%"
move /-y "%from%" "%to%" >nul 2>nul <nul
if exist "%from%" if not exist "%to%" "%SystemRoot%\System32\attrib.exe" -r -h -s "%from%" >nul 2>nul
if exist "%from%" if not exist "%to%" move /-y "%from%" "%to%" >nul 2>nul <nul
set "why=the system did not move it"
if exist "%from%" goto leave
if not exist "%to%" goto leave
set "checked=%to%"
call :hash
set "why=it was moved, but its SHA-256 could not be checked again or is another one"
if not defined hash goto leave_moved
if /i not "%hash%"=="%~3" goto leave_moved
set /a moved+=1
echo change %2: %did%: "%from%"
>>"%log%" echo %date% %time% %did% change %2 SHA-256 %3 attributes %attributes% "%from%" to "%to%"
exit /b 0
:would
set /a moved+=1
echo change %2: would be %did%: "%from%"
exit /b 0
:not_there
set "why=it is not there"
if not exist "%to%" goto leave
set "checked=%to%"
call :hash
if not defined hash goto leave
if /i not "%hash%"=="%~3" goto leave
set /a already+=1
echo change %2: already %did%: "%from%"
exit /b 0
:leave_moved
>>"%log%" echo %date% %time% %did%, SHA-256 NOT CONFIRMED change %2 SHA-256 %3 attributes %attributes% "%from%" to "%to%"
:leave
echo change %2: LEFT, %why%: "%from%"
exit /b 1
:hash
set "hash="
"%SystemRoot%\System32\certutil.exe" -hashfile "%checked%" SHA256 >"%scratch%" 2>nul
if errorlevel 1 goto hash_end
for /f "usebackq skip=1 delims=" %%H in ("%scratch%") do if not defined hash set "hash=%%H"
if not defined hash goto hash_end
set "hash=%hash: =%"
:hash_end
del "%scratch%" >nul 2>nul
exit /b 0
:finish
set /a left=planned-moved-already
if defined apply echo %moved% moved, %already% moved earlier, %left% left where they are.
if not defined apply echo %moved% would be moved, %already% moved earlier, %left% would be left where they are.
if not defined apply echo This was a preview and nothing was moved. Give /apply to move the files.
if not "%left%"=="0" exit /b 1
exit /b 0
@trees@
