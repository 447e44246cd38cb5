import "hash"

// change 1: C:\WINDOWS\SYSTEM\FILES32.VXD
rule assay_change_1
{
    condition:
        filesize == 11 and hash.sha256(0, filesize) == "139fabe7572bd99347636f704af925490e2790316384fb45e3fcbdb612854e20"
}

// change 2: C:\WINDOWS\Win32DLL.vbs
rule assay_change_2
{
    condition:
        filesize == 11 and hash.sha256(0, filesize) == "220f5261d25c80892e63f9e4d7284648f5ccfc81bf0a9dd867a80a0485203cac"
}

// change 4: C:\My Documents\photo\u{202e}gpj.exe
rule assay_change_4
{
    condition:
        filesize == 4 and hash.sha256(0, filesize) == "b9af17af4fc5708e9ba636512213b9d0cf6f894c0c3ba6e1d970c13a921c5db9"
}
