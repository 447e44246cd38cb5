# To be sourced, with home set to the product's folder: sets the array java to what runs a class of the command line.

. "$home/bin/find-java.sh"

# The large libraries that few commands need come last, so that nobody looks for anything in them before.
class_path=
for jar in "$home"/plugins/{picocli,org.assay.*,com.h2database,com.fasterxml.jackson.core.jackson-core,de.siegmar.fastcsv}_*.jar \
        "$home"/plugins/{org.tomlj,org.antlr.antlr4-runtime,bcpkix,bcprov,bcutil}_*.jar; do
    if [[ $jar != */org.assay.ui_* ]]; then
        class_path+=${class_path:+:}$jar
    fi
done

# Commands are short: code is compiled well only when it runs very often, which saves a quarter of the work of capturing 250,000 files, and
# in small pieces, which saves a tenth: a large piece is compiled for most of a second, while all else runs slowly, and often twice. What
# commands make dies young, so a small young generation and one thread to clear it take less time than several, and half of the memory.
#
# Only what calls SHA-256 is compiled well at once: until then Java's own slow way is taken instead of the processor's instructions.
digests=sun.security.provider
java=("$java_home/bin/java" -XX:+UseSerialGC -Xmn64m -XX:CompileThresholdScaling=10 -XX:FreqInlineSize=60 -XX:InlineSmallCode=1000
    -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,$digests.DigestBase::*,0.01
    -XX:CompileCommand=CompileThresholdScaling,$digests.SHA2::implCompress,0.01
    --enable-native-access=ALL-UNNAMED -Dh2.allowedClasses=none -Dassay.home="$home" -cp "$class_path")
