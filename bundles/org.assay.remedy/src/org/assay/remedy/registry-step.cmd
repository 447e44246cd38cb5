@echo off
rem Assay: one step in the registry, or with a service, whose key must be as it was judged. remedy.cmd calls this script; by itself it does
rem nothing.
rem
rem   registry-step.cmd value STEP STATE STATE    a value has the state before or the state after
rem   registry-step.cmd tree STEP remove|make     a key, with what is in it, is there or not
rem   registry-step.cmd key STEP remove|make      the same; a key that is there need not be made, whatever it holds
rem   registry-step.cmd service STEP              a service that the key defines is disabled and stopped, or has its start type again
rem
rem It changes a key only by importing a file from the folder registry, and only when the key is as it was judged. What reg query prints
rem does not tell every value from every other. So the key is copied to HKEY_CURRENT_USER\Software\Assay-check, and the state in question is
rem imported there: it was that state if nothing changes, byte for byte, in what reg export writes of the copy.
rem
rem remedy.cmd sets reg_key (and reg_hive, where a user must be logged on; service and start, its name and its start type for sc.exe), apply,
rem undo and scratch. Afterwards result is done, would, already, absent or leave, and why says why it was left.
set "result=leave"
set "why=registry-step.cmd was not called by remedy.cmd"
if not defined reg_key exit /b 1
if not defined scratch exit /b 1
set "reg=%SystemRoot%\System32\reg.exe"
set "check=HKEY_CURRENT_USER\Software\Assay-check"
set "one=%scratch%.one"
set "two=%scratch%.two"
set "why=reg.exe or fc.exe of this system does not do what is needed, or a file in the folder registry is missing"
if not defined reg_works call :works
if not "%reg_works%"=="yes" goto end
set "why=the registry of this user is not loaded: log the user on"
if defined reg_hive "%reg%" query "%reg_hive%" >nul 2>nul
if defined reg_hive if errorlevel 1 goto end
if "%~1"=="value" goto value
if "%~1"=="service" goto service
goto key

:value
set "from=before"
set "to=after"
set "do=do"
if defined undo set "from=after"
if defined undo set "to=before"
if defined undo set "do=undo"
call :value_state %2 %3 %4
if errorlevel 1 goto end
if "%state%"=="%to%" goto already
set "why=it has changed: type or data is not what was judged"
if not "%state%"=="%from%" goto end
if not defined apply goto would
"%reg%" import "%~dp0registry\%2-%do%.reg" >nul 2>nul
call :value_state %2 %3 %4
if errorlevel 1 goto end
set "why=the import did not do it"
if "%state%"=="%to%" goto done
goto end

:key
set "do=do"
if defined undo set "do=undo"
set "make=%3"
if defined undo if "%3"=="make" set "make=remove"
if defined undo if "%3"=="remove" set "make=make"
call :present
set "why=it cannot be read, so its state is not known"
if "%present%"=="unread" goto end
if "%make%"=="make" goto key_make
if "%present%"=="no" goto already
call :within %2
if errorlevel 1 goto end
if not defined apply goto would
"%reg%" import "%~dp0registry\%2-%do%.reg" >nul 2>nul
call :present
set "why=the import did not remove it"
if "%present%"=="no" goto done
goto end
:key_make
if "%present%"=="no" goto key_do
if "%~1"=="key" goto already
call :within %2
if errorlevel 1 goto end
call :whole %2
if errorlevel 1 goto end
if "%same%"=="yes" goto already
:key_do
if not defined apply goto would
"%reg%" import "%~dp0registry\%2-%do%.reg" >nul 2>nul
call :whole %2
if errorlevel 1 goto end
set "why=the import did not make all of it"
if "%same%"=="yes" goto done
goto end

:service
rem sc.exe answers with the number of the error: 1060 for a service that is not known, 1062 for one that does not run.
call :present
set "why=it cannot be read, so its state is not known"
if "%present%"=="unread" goto end
if "%present%"=="no" goto absent
call :within %2
if errorlevel 1 goto end
set "sc=%SystemRoot%\System32\sc.exe"
set "why=sc.exe of this system could not look for the service"
"%sc%" query "%service%" >nul 2>nul <nul
if "%errorlevel%"=="1060" goto absent
if not "%errorlevel%"=="0" goto end
if "%start%"=="disabled" set "disabled=yes"
if defined undo goto service_back
if not defined apply goto would
set "why=sc.exe did not disable it"
if not "%start%"=="disabled" "%sc%" config "%service%" start= disabled >nul 2>nul <nul
if errorlevel 1 goto end
set /a tries=0
set "why=it was disabled, but it does not stop: it will not run after a restart"
:service_stop
"%sc%" stop "%service%" >nul 2>nul <nul
if "%errorlevel%"=="1062" goto service_stopped
if "%tries%"=="10" goto end
set /a tries+=1
call :wait
goto service_stop
:service_stopped
if "%tries%"=="0" if defined disabled goto already
goto done
:service_back
if "%start%"=="disabled" goto already
if not defined disabled goto already
if not defined apply goto would
set "why=sc.exe did not give it its start type again"
"%sc%" config "%service%" start= %start% >nul 2>nul <nul
if errorlevel 1 goto end
goto done

:done
set "result=done"
goto end
:would
set "result=would"
goto end
:absent
set "result=absent"
goto end
:already
set "result=already"
:end
for %%F in ("%one%" "%two%" "%scratch%.list") do if exist %%F del /f /q %%F >nul 2>nul
if "%result%"=="leave" exit /b 1
exit /b 0

:present
rem yes, no, or unread for a key that cannot be read: it is listed in what is above it.
set "present=yes"
"%reg%" query "%reg_key%" >nul 2>nul
if not errorlevel 1 exit /b 0
set "present=unread"
set "above=%reg_key%"
:climb
set "below=%above%"
:cut
set "last=%above:~-1%"
set "above=%above:~0,-1%"
if not defined above exit /b 0
if not "%last%"=="\" goto cut
"%reg%" query "%above%" >"%scratch%.list" 2>nul
if errorlevel 1 goto climb
set "present=no"
for /f "usebackq delims=" %%K in ("%scratch%.list") do if /i "%%K"=="%below%" set "present=unread"
exit /b 0

:value_state
rem Sets state to before, after or other: the step and the two states, first one in which the value is there.
call :import clear
if errorlevel 1 exit /b 1
call :copy
if errorlevel 1 call :no_key
if errorlevel 1 exit /b 1
call :export one
if errorlevel 1 exit /b 1
set "state=%2"
call :is %1-%2
if errorlevel 1 exit /b 1
if "%same%"=="yes" exit /b 0
set "state=%3"
call :is %1-%3
if errorlevel 1 exit /b 1
if not "%same%"=="yes" set "state=other"
exit /b 0

:no_key
rem Where there is no key, the copy is an empty one.
call :present
set "why=it cannot be read, so its state is not known"
if "%present%"=="no" exit /b 0
exit /b 1

:within
rem Fails when the key holds anything that the step does not know, or with other type or data; but a service may be disabled already.
set "disabled="
call :holds %1-tree
if errorlevel 1 exit /b 1
if "%same%"=="yes" exit /b 0
set "why=it has changed: it holds something that was not judged"
if not exist "%~dp0registry\%1-disabled.reg" exit /b 1
call :holds %1-disabled
if errorlevel 1 exit /b 1
set "disabled=yes"
set "why=it has changed: it holds something that was not judged"
if "%same%"=="yes" exit /b 0
exit /b 1
:holds
call :import clear
if errorlevel 1 exit /b 1
call :import %1
if errorlevel 1 exit /b 1
call :export one
if errorlevel 1 exit /b 1
call :copy /s
if errorlevel 1 exit /b 1
call :compare
exit /b %errorlevel%

:whole
rem Sets same to yes when the key holds all that the step knows.
call :import clear
if errorlevel 1 exit /b 1
call :copy /s
if errorlevel 1 exit /b 1
call :export one
if errorlevel 1 exit /b 1
call :is %1-tree
exit /b %errorlevel%

:copy
set "why=it cannot be read, so its state is not known"
"%reg%" copy "%reg_key%" "%check%\state" /f %1 >nul 2>nul <nul
exit /b %errorlevel%

:is
rem Sets same to yes when importing this state changes nothing.
call :import %1
if errorlevel 1 exit /b 1
:compare
call :export two
if errorlevel 1 exit /b 1
set "same=no"
"%SystemRoot%\System32\fc.exe" /b "%one%" "%two%" >nul 2>nul <nul
if not errorlevel 1 set "same=yes"
exit /b 0

:import
set "why=its file in the folder registry is missing, or reg.exe did not import it"
if not exist "%~dp0registry\%1.reg" exit /b 1
"%reg%" import "%~dp0registry\%1.reg" >nul 2>nul
if not errorlevel 1 exit /b 0
rem A virus scanner may hold a file for a moment, so it is done once more.
call :wait
"%reg%" import "%~dp0registry\%1.reg" >nul 2>nul
exit /b %errorlevel%

:export
call :export_once %1
if not errorlevel 1 exit /b 0
call :wait
call :export_once %1
exit /b %errorlevel%
:export_once
set "why=reg.exe did not export the copy"
if exist "%scratch%.%1" del /f /q "%scratch%.%1" >nul 2>nul
"%reg%" export "%check%\state" "%scratch%.%1" >nul 2>nul <nul
if errorlevel 1 exit /b 1
if not exist "%scratch%.%1" exit /b 1
exit /b 0

:wait
"%SystemRoot%\System32\ping.exe" -n 3 127.0.0.1 >nul 2>nul
exit /b 0

:works
rem What imports, exports and compares is tried on known answers first: probe.reg changes the copy, clear.reg empties it.
set "reg_works=no"
call :import clear
if errorlevel 1 exit /b 0
call :export one
if errorlevel 1 exit /b 0
call :is probe
if errorlevel 1 exit /b 0
if "%same%"=="yes" exit /b 0
call :is clear
if errorlevel 1 exit /b 0
set "reg_works=%same%"
exit /b 0
