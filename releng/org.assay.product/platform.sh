# To be sourced: sets platform to the folder of this machine's product below target/products/org.assay.product; empty where there is none.

# Prints where in the folder $1, one of a product's, the product itself lies: for macOS the build makes it part of an application.
within() {
    case $1 in
        *macosx/*) echo /Eclipse.app/Contents/Eclipse ;;
    esac
}

case $(uname -s -m) in
    'Linux x86_64') platform=linux/gtk/x86_64 ;;
    'Linux aarch64') platform=linux/gtk/aarch64 ;;
    'Darwin x86_64') platform=macosx/cocoa/x86_64 ;;
    'Darwin arm64') platform=macosx/cocoa/aarch64 ;;
    *) platform= ;;
esac
platform+=$(within "$platform")
