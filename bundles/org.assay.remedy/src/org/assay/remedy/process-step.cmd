@echo off
rem Assay: ends the processes that run one file. remedy.cmd calls this script; by itself it does nothing.
rem
rem Processes are told by the path of what they run, never by a name alone, and remedy.cmd has looked before that the file at that path
rem holds what was judged. The list of processes comes from wmic.exe, or from PowerShell where Windows has no wmic.exe any more.
rem
rem remedy.cmd sets place, the path, and apply and scratch. Afterwards result is done, would, already or leave, and why says why it was
rem left.
set "result=leave"
set "why=process-step.cmd was not called by remedy.cmd"
if not defined place exit /b 1
if not defined scratch exit /b 1
set "why=neither wmic.exe nor PowerShell of this system lists the processes, so end by hand what runs it"
set "ending="
call :processes
if not defined listed goto end
set "result=already"
if "%count%"=="0" goto end
set "result=would"
if not defined apply goto end
set "ending=yes"
call :processes
set "ending="
"%SystemRoot%\System32\ping.exe" -n 2 127.0.0.1 >nul 2>nul
call :processes
set "result=done"
if "%count%"=="0" goto end
set "result=leave"
set "why=it runs still, or again"
:end
if exist "%scratch%.list" del /f /q "%scratch%.list" >nul 2>nul
if "%result%"=="leave" exit /b 1
exit /b 0

:processes
rem Sets count to how many there are, and ends them if that is asked for.
set /a count=0
set "listed="
set "path_of="
call :list
if not exist "%scratch%.list" exit /b 0
for /f "usebackq tokens=1* delims==" %%A in ("%scratch%.list") do (
    set "field=%%A"
    set "text=%%B"
    call :field
rem Lines of wmic.exe end in a carriage return more, which the interpreter takes off what a variable holds.
set "text=%text%"
)
exit /b 0
:field
if "%field%"=="ExecutablePath" set "path_of=%text%"
if not "%field%"=="ProcessId" exit /b 0
set "listed=yes"
if /i "%path_of%"=="%place%" call :found
set "path_of="
exit /b 0
:found
set /a count+=1
if defined ending "%SystemRoot%\System32\taskkill.exe" /f /pid %text% >nul 2>nul
exit /b 0

:list
rem What wmic.exe writes to a file is UTF-16, which for does not read; through a pipe it is not.
set "list_by=%SystemRoot%\System32\wbem\wmic.exe"
set "find=%SystemRoot%\System32\find.exe"
if exist "%list_by%" "%list_by%" process get ExecutablePath,ProcessId /value 2>nul <nul | "%find%" "=" >"%scratch%.list"
if exist "%list_by%" exit /b 0
set "list_by=%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe"
if not exist "%list_by%" exit /b 0
set "query=Get-WmiObject Win32_Process | ForEach-Object { 'ExecutablePath=' + $_.ExecutablePath; 'ProcessId=' + $_.ProcessId }"
"%list_by%" -NoProfile -NonInteractive -Command "%query%" >"%scratch%.list" 2>nul <nul
exit /b 0
