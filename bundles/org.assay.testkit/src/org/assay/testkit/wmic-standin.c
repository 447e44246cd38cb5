#include <windows.h>
#include <tlhelp32.h>
#include <stdio.h>

/* A stand-in for wmic process get ExecutablePath,ProcessId /value: Wine's knows no ExecutablePath. */
int wmain(void)
{
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry = {.dwSize = sizeof entry};
    for (BOOL more = Process32FirstW(all, &entry); more; more = Process32NextW(all, &entry)) {
        HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, entry.th32ProcessID);
        wchar_t path[MAX_PATH];
        DWORD length = MAX_PATH;
        BOOL known = process != NULL && QueryFullProcessImageNameW(process, 0, path, &length);
        printf("\n\nExecutablePath=%ls\nProcessId=%lu\n", known ? path : L"", entry.th32ProcessID);
    }
    return 0;
}
