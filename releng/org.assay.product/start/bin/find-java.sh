# To be sourced, where it is known with home set to the product's folder: sets java_home to the folder of a Java 25 or newer, which may lie in
# the product itself, or says what to do and ends the script.

oldest_java=25

# Sets java_version to the feature version of the Java in the folder $1, and to 0 when there is none.
read_java_version() {
    local key value
    java_version=0
    [[ -x $1/bin/java && -r $1/release ]] || return 0
    while IFS='=' read -r key value; do
        if [[ $key == JAVA_VERSION && $value =~ ^\"?([0-9]+) ]]; then
            java_version=${BASH_REMATCH[1]}
        fi
    done <"$1/release"
}

# Takes the Java in the folder $1 when it is new enough.
take_java() {
    read_java_version "$1"
    ((java_version >= oldest_java)) && java_home=$1
}

find_java() {
    local folder on_path
    if [[ -n ${ASSAY_JAVA_HOME:-} ]]; then
        if ! take_java "$ASSAY_JAVA_HOME"; then
            echo "assay: ASSAY_JAVA_HOME is $ASSAY_JAVA_HOME, where there is no Java $oldest_java or newer. Correct it or unset it." >&2
            exit 1
        fi
        return
    fi
    for folder in "${home:+$home/java}" "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if take_java "$folder"; then
            return
        fi
    done
    on_path=$(readlink -f "$(command -v java)" 2>/dev/null) || on_path=
    if take_java "${on_path%/bin/java}"; then
        return
    fi
    cat >&2 <<END
assay: found no Java $oldest_java or newer: looked at ASSAY_JAVA_HOME, JAVA_HOME, the usual folders for Java, and the java on the PATH.
Install a JDK $oldest_java by whichever of these you trust, or set ASSAY_JAVA_HOME to the folder of one you have:
  Debian 13, Ubuntu   apt-get install openjdk-$oldest_java-jdk, where the release has it
  Debian 12           has none of its own: a vendor's .deb or archive, such as Eclipse Temurin (adoptium.net), unpacked anywhere
  Fedora, RHEL        dnf install java-$oldest_java-openjdk-devel
  macOS               brew install openjdk@$oldest_java, or a vendor's installer
  Windows             winget install EclipseAdoptium.Temurin.$oldest_java.JDK, or a vendor's installer
END
    exit 1
}

find_java

# File names and arguments are UTF-8 to us, also where no locale is set.
if [[ ! ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} =~ [Uu][Tt][Ff]-?8 ]]; then
    export LC_ALL=C.UTF-8
fi
