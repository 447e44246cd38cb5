@echo off
rem Assay: does what an analyst decided: stops services, tasks and processes, removes from the registry what was added to it and restores
rem what the baseline has, moves files into a quarantine folder and puts back what the baseline has, each only if what is there still is
rem what was judged: all that is in the key of a service, type and data of a value, SHA-256 of a file.
rem
rem   remedy.cmd ROOT QUARANTINE [/apply] [/undo] [/gold DIR] [/tree N] [/3010]
rem
rem ROOT is where the tree lies, C:\ for a running system. Without /apply nothing is changed: everything is checked and what would happen
rem is shown. With /undo all of it is taken back, each step only if what it left is unchanged. Files of the baseline are taken from the
rem folder gold beside this script, then from DIR, by their SHA-256 or as they lie in the tree. With several trees in this script, /tree says
rem which of them ROOT is; run it once for each:
rem@trees
rem What runs and the registry are those of the running system, so their steps are done where ROOT is its drive, and else left out. The
rem files of the registry are in the folder registry beside this script; registry-step.cmd says how a state is compared.
rem SHA-256 comes from certutil.exe of Windows. Where it is missing or gives none, nothing is done. Nothing is overwritten. A state below is
rem a SHA-256, or - for nothing.
rem A file in use is moved by Windows when it is started again: run the script once more then, which looks whether it was.
rem Links are refused as far as a batch file sees them: the attribute of reparse points of the file and of the folders above it.
rem
rem Exit code: 0 everything is done, was done earlier or is not there, or would be; 1 something was left as it is; 2 nothing was done for a
rem wrong call. With /3010 it is 3010 in place of 0 when something was done: what distributes software takes that for a restart that is due.
rem
rem The script calls itself for each folder and file, for a label in a long script would be searched for from end to end each time.
if "%~1"=="/above" goto above
if "%~1"=="/item" goto item
if "%~1"=="/put" goto put
if "%~1"=="/registry" goto registry
if "%~1"=="/task" goto task
if "%~1"=="/process" goto process
setlocal EnableExtensions DisableDelayedExpansion
set "plan=@plan@"
set "apply="
set "undo="
set "tree="
set "gold="
set "running="
set "restart="
set "reg_works="
set /a moved=0, already=0, absent=0
if "%~2"=="" goto usage
set "root=%~f1"
set "quarantine=%~f2"
:options
if "%~3"=="" goto checks
if /i "%~3"=="/apply" goto option_apply
if /i "%~3"=="/undo" goto option_undo
if /i "%~3"=="/tree" goto option_tree
if /i "%~3"=="/gold" goto option_gold
if "%~3"=="/3010" goto option_restart
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
:option_gold
if "%~4"=="" goto usage
set "gold=%~f4"
shift /3
shift /3
goto options
:option_restart
set "restart=yes"
shift /3
goto options
:usage
echo Usage: remedy.cmd ROOT QUARANTINE [/apply] [/undo] [/gold DIR] [/tree N] [/3010]
echo The first lines of this file explain it.
exit /b 2
:checks
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
if "%quarantine:~-1%"=="\" set "quarantine=%quarantine:~0,-1%"
if not exist "%root%\" goto no_root
if /i "%root%"=="%quarantine%" goto same_folder
if not defined TEMP goto no_temp
set "scratch=%TEMP%\assay-%RANDOM%-%RANDOM%.txt"
set "log=%quarantine%\remedy-log.txt"
if defined gold if "%gold:~-1%"=="\" set "gold=%gold:~0,-1%"
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
:running
rem What is done about the running system is done where ROOT is its drive.
if /i "%root%"=="%SystemDrive%" set "running=yes"
exit /b 0
:prepare
set "store=%quarantine%\tree-%tree%"
if not defined apply exit /b 0
set "boot_moves="
set "waits="
if defined running call :boot_waits
if errorlevel 1 exit /b 1
if not exist "%quarantine%\" md "%quarantine%"
if not exist "%quarantine%\" exit /b 1
set "undoing=no"
if defined undo set "undoing=yes"
>>"%log%" echo run	%date% %time%	1	%plan%	undo=%undoing%	%COMPUTERNAME%
if not exist "%log%" exit /b 1
exit /b 0
:boot_waits
rem Fails when moves into this QUARANTINE wait for the restart: what is there now is not what will be there.
set "session=HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager"
set "boot_value="
set /a boot_count=0
set "value=PendingFileRenameOperations2"
call :boot_value
if errorlevel 1 exit /b 1
set "value=PendingFileRenameOperations"
call :boot_value
if errorlevel 1 exit /b 1
exit /b 0
:boot_value
"%SystemRoot%\System32\reg.exe" query "%session%" /v "%value%" >nul 2>nul <nul
if errorlevel 1 goto boot_free
if not exist "%quarantine%\waits-%value%.txt" exit /b 0
set "waits=yes"
echo Moves into QUARANTINE wait for the restart. Restart the machine first.
exit /b 1
:boot_free
set "boot_value=%value%"
if exist "%quarantine%\waits-%value%.txt" del "%quarantine%\waits-%value%.txt"
exit /b 0
:no_quarantine
if not defined waits echo QUARANTINE or the log in it cannot be written.
exit /b 2
:above
set "attributes="
if not exist "%root%%folder%" set "missing=yes"
if defined missing exit /b 0
for %%F in ("%root%%folder%") do set "attributes=%%~aF"
if not "%attributes:~0,1%%attributes:~8,1%"=="d-" set "blocked=yes"
exit /b 0
:registry
rem The step and the change, what is done, and what registry-step.cmd asks for.
set "did=%~4"
if defined undo set "did=taken back"
set "place=%reg_key%"
set "where=registry"
set "shown=%reg_key%"
call "%~dp0registry-step.cmd" %5 %2 %6 %7
goto %result%
:task
rem The step and the change, and the state of the file that defines the task.
set "did=ended"
call :judged %4
if errorlevel 2 goto absent
if errorlevel 1 goto leave
set "schtasks=%SystemRoot%\System32\schtasks.exe"
"%schtasks%" /query /tn "%task%" >nul 2>nul <nul
if errorlevel 1 goto absent
if not defined apply goto would
"%schtasks%" /end /tn "%task%" >nul 2>nul <nul
set "why=schtasks.exe did not end it"
if errorlevel 1 goto leave
goto done
:process
rem The step and the change, and the state of the file that it runs.
set "did=ended"
call :judged %4
if errorlevel 2 goto absent
if errorlevel 1 goto leave
call "%~dp0process-step.cmd"
goto %result%
:judged
rem Fails with 2 when what was judged is not there, and with 1 when nothing can be done there.
set "place=%root%%folder%\%name%"
call :where
set "why=a folder above it is a link or no folder"
if defined blocked exit /b 1
set "checked=%place%"
call :state
set "why=certutil gave no SHA-256 for it"
if "%state%"=="unknown" exit /b 1
if /i not "%state%"=="%1" exit /b 2
exit /b 0
:item
rem The step and the change, the state that goes, and the state that a later step puts in its place.
set "did=quarantined"
if defined undo set "did=put back"
set "from=%root%%folder%\%name%"
set "to=%store%%folder%\%name%"
set "place=%from%"
call :where
if defined undo set "from=%store%%folder%\%name%"
if defined undo set "to=%root%%folder%\%name%"
set "why=a folder above it is a link or no folder"
if defined blocked goto leave
set "checked=%to%"
call :state
set "there=%state%"
set "checked=%from%"
call :state
if /i "%there%"=="%~4" if "%state%"=="-" goto already
if defined undo goto item_checks
if /i "%there%"=="%~4" if /i "%state%"=="%~5" goto already
if "%there%"=="-" if "%state%"=="-" goto absent
if "%there%"=="-" if /i "%state%"=="%~5" goto absent
:item_checks
set "why=it is not there"
if "%state%"=="-" goto leave
set "why=it is a folder or a link now, or its attributes cannot be read"
if "%state%"=="other" goto leave
set "why=certutil gave no SHA-256 for it"
if "%state%"=="unknown" goto leave
set "why=it has changed: its SHA-256 is another one"
if /i not "%state%"=="%~4" goto leave
set "why=something is already where it would go"
if not "%there%"=="-" if defined apply goto leave
if not "%there%"=="-" if not defined undo goto leave
if not defined apply goto would
if not defined undo if not exist "%store%%folder%\" md "%store%%folder%"
set "judged=%~4"
call :move
if errorlevel 1 goto leave
goto done
:put
rem The step and the change, the state that goes, the state that comes, and the state that an earlier step takes away.
set "did=put back"
if defined undo set "did=taken back"
set "place=%root%%folder%\%name%"
call :where
set "why=a folder above it is a link or no folder"
if defined blocked goto leave
set "checked=%place%"
call :state
if defined undo goto unput
if /i "%state%"=="%~5" goto already
if /i "%state%"=="%~4" goto put_source
if not defined apply if /i "%state%"=="%~6" goto put_source
set "why=what is there is not what was judged"
if not "%state%"=="-" goto leave
set "checked=%store%%folder%\%name%"
call :state
if /i not "%state%"=="%~4" goto leave
:put_source
set "source=%~dp0gold\%~5"
if exist "%source%" goto put_check
if not defined gold goto put_check
set "source=%gold%\%~5"
if not exist "%source%" set "source=%gold%%folder%\%name%"
:put_check
set "checked=%source%"
call :state
set "why=no copy with its SHA-256 was found: name a folder that has one with /gold"
if /i not "%state%"=="%~5" goto leave
if not defined apply goto would
set "why=the folder above it is not there"
if defined missing goto leave
set "new=%root%%folder%\assay-%~2.new"
if exist "%new%" del /f /q "%new%" >nul 2>nul
copy /b "%source%" "%new%" >nul 2>nul
set "checked=%new%"
call :state
set "why=it could not be made beside its place"
if /i not "%state%"=="%~5" goto put_discard
if not exist "%place%" goto put_name
set "from=%place%"
set "to=%store%%folder%\%name%"
set "judged=%~4"
set "why=something is already where it would go"
if exist "%to%" goto put_discard
if not exist "%store%%folder%\" md "%store%%folder%"
call :move
if errorlevel 3 goto put_boot
if errorlevel 1 goto put_discard
:put_name
set "from=%new%"
set "to=%place%"
set "judged=%~5"
call :move
if errorlevel 1 goto put_discard
goto done
:put_boot
set "from=%new%"
set "to=%place%"
call :boot_put
goto leave
:put_discard
if exist "%new%" del /f /q "%new%" >nul 2>nul
goto leave
:unput
set "new=%root%%folder%\assay-%~2.new"
if defined apply if exist "%new%" del /f /q "%new%" >nul 2>nul
if /i "%state%"=="%~4" goto already
if not "%~6"=="" if /i "%state%"=="%~6" goto already
set "there=%state%"
set "why=what is there is not what was put back"
if not "%there%"=="-" if /i not "%there%"=="%~5" goto leave
set "checked=%store%%folder%\%name%"
call :state
set "why=what was there before is not in QUARANTINE"
if not "%~4"=="-" if /i not "%state%"=="%~4" goto leave
if not defined apply goto would
if "%there%"=="-" goto unput_before
set "from=%place%"
set "to=%quarantine%\undone\tree-%tree%%folder%\%name%"
set "judged=%~5"
set "checked=%to%"
call :state
if /i "%state%"=="%~5" del /f /q "%place%" >nul 2>nul
if /i "%state%"=="%~5" goto unput_before
set "why=something is already where it would go"
if not "%state%"=="-" goto leave
if not exist "%quarantine%\undone\tree-%tree%%folder%\" md "%quarantine%\undone\tree-%tree%%folder%"
call :move
if errorlevel 1 goto leave
:unput_before
if "%~4"=="-" goto done
set "from=%store%%folder%\%name%"
set "to=%place%"
set "judged=%~4"
call :move
if errorlevel 1 goto leave
goto done
:where
set "where=tree-%tree%"
set "shown=%folder%\%name%"
exit /b 0
:move
rem Moves from to to, where nothing is, and looks whether it still is what was judged.
move /-y "%from%" "%to%" >nul 2>nul <nul
if exist "%from%" if not exist "%to%" "%SystemRoot%\System32\attrib.exe" -r -h -s "%from%" >nul 2>nul
if exist "%from%" if not exist "%to%" move /-y "%from%" "%to%" >nul 2>nul <nul
set "why=the system did not move it"
if exist "%from%" goto boot_move
if not exist "%to%" exit /b 1
set "checked=%to%"
call :state
set "why=it was moved, but its SHA-256 could not be checked again or is another one"
if /i not "%state%"=="%judged%" exit /b 1
exit /b 0
:boot_put
rem After what is in use, what comes in its place: it stays beside it until then.
set "boot_next=%boot_moves%|\??\%from%|\??\%to%"
"%SystemRoot%\System32\reg.exe" add "%session%" /v "%boot_value%" /t REG_MULTI_SZ /s "|" /d "%boot_next%" /f >nul 2>nul <nul
if errorlevel 1 set "why=it is in use and moves at the next start, but what comes in its place does not: run this again after it"
if not errorlevel 1 set "boot_moves=%boot_next%"
exit /b 0
:boot_move
rem What is in use is moved by the session manager of Windows at the next start. Its value must be this script's alone: what reg.exe
rem shows of another program's cannot be written back exactly. A file name holds no vertical bar.
if exist "%to%" exit /b 1
if not defined running exit /b 1
if defined undo exit /b 1
set "why=it is in use, and QUARANTINE is on another drive, to which Windows moves nothing when it starts"
if /i not "%from:~0,2%"=="%to:~0,2%" exit /b 1
set "why=it is in use, and more moves wait for the restart than can be added to: restart the machine and run this again"
if not defined boot_value exit /b 1
set "boot_next=%boot_moves%"
if defined boot_next set "boot_next=%boot_next%|"
set "boot_next=%boot_next%\??\%from%|\??\%to%"
if "%boot_count%"=="10" exit /b 1
set /a boot_count+=1
set "why=it is in use, and its move at the next start could not be noted"
"%SystemRoot%\System32\reg.exe" add "%session%" /v "%boot_value%" /t REG_MULTI_SZ /s "|" /d "%boot_next%" /f >nul 2>nul <nul
if errorlevel 1 exit /b 1
set "boot_moves=%boot_next%"
>>"%quarantine%\waits-%boot_value%.txt" echo Until the restart, this value of the session manager holds moves into this folder.
set "why=it is in use and moves at the next start: restart the machine and run this again"
exit /b 3
:done
set /a moved+=1
echo change %3: %did%: "%place%"
>>"%log%" echo step	%date% %time%	done	%2	%3	%where%	"%shown%"	%did%
exit /b 0
:would
set /a moved+=1
echo change %3: would be %did%: "%place%"
exit /b 0
:already
set /a already+=1
echo change %3: already %did%: "%place%"
if defined apply >>"%log%" echo step	%date% %time%	already	%2	%3	%where%	"%shown%"	already %did%
exit /b 0
:absent
set /a absent+=1
echo change %3: not there: "%place%"
if defined apply >>"%log%" echo step	%date% %time%	absent	%2	%3	%where%	"%shown%"	not there
exit /b 0
:leave
echo change %3: LEFT, %why%: "%place%"
if defined apply >>"%log%" echo step	%date% %time%	left	%2	%3	%where%	"%shown%"	LEFT, %why%
exit /b 1
:state
rem Sets state to what is at checked: - for nothing, other for a folder or a link, unknown, or the SHA-256.
set "state=-"
if not exist "%checked%" exit /b 0
set "state=other"
set "attributes="
for %%F in ("%checked%") do set "attributes=%%~aF"
if not defined attributes exit /b 0
if not "%attributes:~0,1%%attributes:~8,1%"=="--" exit /b 0
call :hash
set "state=unknown"
if defined hash set "state=%hash%"
exit /b 0
:hash
set "hash="
for %%F in ("%checked%") do if "%%~zF"=="0" set "hash=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
if not defined hash call :certutil
if defined hash exit /b 0
rem A virus scanner may hold a file for a moment, so it is asked once more.
"%SystemRoot%\System32\ping.exe" -n 3 127.0.0.1 >nul 2>nul
:certutil
"%SystemRoot%\System32\certutil.exe" -hashfile "%checked%" SHA256 >"%scratch%" 2>nul
if errorlevel 1 goto certutil_end
for /f "usebackq skip=1 delims=" %%H in ("%scratch%") do if not defined hash set "hash=%%H"
if not defined hash goto certutil_end
set "hash=%hash: =%"
:certutil_end
del "%scratch%" >nul 2>nul
exit /b 0
:finish
if defined reg_works "%SystemRoot%\System32\reg.exe" delete "HKEY_CURRENT_USER\Software\Assay-check" /f >nul 2>nul
set /a left=planned-moved-already-absent
if defined apply echo %moved% done, %already% done earlier, %absent% not there, %left% left as they are.
if defined apply >>"%log%" echo end	%date% %time%	%moved%	%already%	%absent%	%left%
if not defined apply echo %moved% would be done, %already% done earlier, %absent% not there, %left% would be left as they are.
if not defined apply echo This was a preview and nothing was changed. Give /apply to do it.
if not "%left%"=="0" exit /b 1
if defined restart if defined apply if not "%moved%"=="0" exit /b 3010
exit /b 0
@trees@
