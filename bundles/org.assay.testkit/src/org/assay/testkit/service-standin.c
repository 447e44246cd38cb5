#include <windows.h>

/* A service that waits until it is told to stop; called with any argument, a program that waits. */
static SERVICE_STATUS_HANDLE handle;
static HANDLE stopped;

static void report(DWORD state)
{
    SERVICE_STATUS status = {.dwServiceType = SERVICE_WIN32_OWN_PROCESS, .dwCurrentState = state,
        .dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0};
    SetServiceStatus(handle, &status);
}

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context)
{
    if (code == SERVICE_CONTROL_STOP) {
        SetEvent(stopped);
    }
    return NO_ERROR;
}

static void WINAPI serve(DWORD count, wchar_t **arguments)
{
    handle = RegisterServiceCtrlHandlerExW(arguments[0], control, NULL);
    report(SERVICE_RUNNING);
    WaitForSingleObject(stopped, INFINITE);
    report(SERVICE_STOPPED);
}

int wmain(int count, wchar_t **arguments)
{
    SERVICE_TABLE_ENTRYW table[] = {{L"", serve}, {NULL, NULL}};
    stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (count > 1) {
        Sleep(600000);
        return 0;
    }
    return !StartServiceCtrlDispatcherW(table);
}
