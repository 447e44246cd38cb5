#include <windows.h>

/* A stand-in for sc.exe, which in Wine tells no error from another: query NAME, stop NAME and config NAME start= WORD. Ends with the
   number of the error, as that of Windows does. */
int wmain(int count, wchar_t **arguments)
{
    static const wchar_t *words[] = {L"boot", L"system", L"auto", L"demand", L"disabled"};
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    SC_HANDLE service = count < 3 ? NULL : OpenServiceW(manager, arguments[2], SERVICE_ALL_ACCESS);
    SERVICE_STATUS status;
    if (service == NULL) {
        return GetLastError();
    }
    if (lstrcmpW(arguments[1], L"stop") == 0) {
        return ControlService(service, SERVICE_CONTROL_STOP, &status) ? 0 : GetLastError();
    }
    if (lstrcmpW(arguments[1], L"query") == 0) {
        return QueryServiceStatus(service, &status) ? 0 : GetLastError();
    }
    for (DWORD start = 0; count == 5 && lstrcmpW(arguments[3], L"start=") == 0 && start < 5; start++) {
        if (lstrcmpW(arguments[4], words[start]) == 0) {
            return ChangeServiceConfigW(service, SERVICE_NO_CHANGE, start, SERVICE_NO_CHANGE, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                    ? 0 : GetLastError();
        }
    }
    return ERROR_INVALID_PARAMETER;
}
