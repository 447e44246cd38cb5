#include <windows.h>
#include <stdio.h>
#include <string.h>

/* A stand-in for fc /b FILE FILE, of which Wine 8 has none that compares: 0 the same, 1 not, 2 no such file. */
int wmain(int count, wchar_t **arguments)
{
    FILE *one = count == 4 ? _wfopen(arguments[2], L"rb") : NULL;
    FILE *two = count == 4 ? _wfopen(arguments[3], L"rb") : NULL;
    int left;
    int right;
    if (one == NULL || two == NULL) {
        return 2;
    }
    do {
        left = fgetc(one);
        right = fgetc(two);
    } while (left == right && left != EOF);
    return left == right ? 0 : 1;
}
