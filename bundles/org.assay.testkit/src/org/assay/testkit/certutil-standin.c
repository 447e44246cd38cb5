#include <windows.h>
#include <wincrypt.h>
#include <stdio.h>

/* A stand-in for certutil -hashfile FILE SHA256, with blanks between the bytes as on Windows 7. */
int wmain(int count, wchar_t **arguments)
{
    HANDLE file = count == 4 ? CreateFileW(arguments[2], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0,
            NULL) : INVALID_HANDLE_VALUE;
    HCRYPTPROV provider;
    HCRYPTHASH hash;
    BYTE block[4096];
    DWORD length = 0;
    if (file == INVALID_HANDLE_VALUE || !CryptAcquireContextW(&provider, NULL, NULL, PROV_RSA_AES, CRYPT_VERIFYCONTEXT)
            || !CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash)) {
        printf("CertUtil: -hashfile command FAILED\r\n");
        return 1;
    }
    while (ReadFile(file, block, sizeof block, &length, NULL) && length > 0) {
        CryptHashData(hash, block, length, 0);
    }
    length = sizeof block;
    CryptGetHashParam(hash, HP_HASHVAL, block, &length, 0);
    printf("SHA256 hash of %ls:\n", arguments[2]);
    for (DWORD at = 0; at < length; at++) {
        printf(at == 0 ? "%02x" : " %02x", block[at]);
    }
    printf("\nCertUtil: -hashfile command completed successfully.\n");
    return 0;
}
