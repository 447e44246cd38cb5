#include <windows.h>
#include <stdio.h>

/* A stand-in for schtasks /query /tn NAME and /end /tn NAME, for Wine has no tasks: each name in the file tasks.txt beside it is known, and
   what was ended is added to ended.txt. */
int wmain(int count, wchar_t **arguments)
{
    wchar_t folder[MAX_PATH];
    wchar_t line[1024];
    FILE *known;
    if (count != 4 || lstrcmpW(arguments[2], L"/tn") != 0) {
        return 1;
    }
    GetModuleFileNameW(NULL, folder, MAX_PATH);
    for (wchar_t *end = folder + lstrlenW(folder); *end != L'\\'; end--) {
        *end = 0;
    }
    SetCurrentDirectoryW(folder);
    known = _wfopen(L"tasks.txt", L"r");
    while (known != NULL && fgetws(line, 1024, known) != NULL) {
        line[lstrlenW(line) - 1] = 0;
        if (lstrcmpW(line, arguments[3]) == 0) {
            if (lstrcmpW(arguments[1], L"/end") == 0) {
                FILE *ended = _wfopen(L"ended.txt", L"a");
                fprintf(ended, "%ls\n", line);
                fclose(ended);
            }
            return 0;
        }
    }
    return 1;
}
