# To be sourced, with home set to the product's folder: sets the array java to what runs a class of the command line.

. "$home/bin/find-java.sh"

class_path=
for jar in "$home"/plugins/{org.assay.*,bcpkix,bcprov,bcutil,com.fasterxml.jackson.core.jackson-core,com.h2database,picocli}_*.jar; do
    if [[ $jar != */org.assay.ui_* ]]; then
        class_path+=${class_path:+:}$jar
    fi
done

# Commands are short: code is compiled well only when it runs very often, which saves a quarter of the work of capturing 250,000 files. What
# they make dies young, so a small young generation and one thread to clear it take less time than several, and half of the memory.
#
# Only what calls SHA-256 is compiled well at once: until then Java's own slow way is taken instead of the processor's instructions, which on
# large files costs a tenth of a second. That slow way itself is not worth compiling.
digests=sun.security.provider
java=("$java_home/bin/java" -XX:+UseSerialGC -Xmn64m -XX:CompileThresholdScaling=10 -XX:CompileCommand=quiet
    -XX:CompileCommand=CompileThresholdScaling,$digests.DigestBase::*,0.01
    -XX:CompileCommand=CompileThresholdScaling,$digests.SHA2::implCompress,0.01
    -XX:CompileCommand=CompileThresholdScaling,$digests.SHA2::implCompress0,100.0
    --enable-native-access=ALL-UNNAMED -Dh2.allowedClasses=none -Dassay.home="$home" -cp "$class_path")
