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
java=("$java_home/bin/java" -XX:+UseSerialGC -Xmn64m -XX:CompileThresholdScaling=10 --enable-native-access=ALL-UNNAMED
    -Dh2.allowedClasses=none -Dassay.home="$home" -cp "$class_path")
