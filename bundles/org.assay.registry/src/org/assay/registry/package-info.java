/**
 * Reads Windows registry data from exports and from native hives with their logs, and writes exports; usable without the rest of Assay.
 * The root holds what readers take, {@link org.assay.registry.ByteSource} or bytes, what they produce, and the sink that receives it;
 * none of them knows where a file lies. {@link org.assay.registry.format.RegistryFormat} detects what a file is and reads it; each format
 * has a package with its reader. From the top down:
 *
 * <ol>
 * <li>{@code format}: which of the formats a file has; exported
 * <li>{@code hive}: native hives of Windows NT and later; exported
 * <li>{@code log}: transaction logs, and a dirty hive brought up to date with them
 * <li>{@code header}: the base block and the bins, which hives and logs share
 * <li>{@code creg}: registry files of Windows 95, 98 and Me
 * <li>{@code policy}: a group policy's {@code Registry.pol}
 * <li>{@code wine}: registry files of Wine
 * <li>{@code query}: the output of {@code reg query}
 * <li>{@code reg}: {@code .reg} files, read and written; exported
 * <li>{@code text}: encodings, lines and data of all formats that are text
 * <li>{@code file}: the bytes of a file with every access checked
 * <li>{@code .}: keys, values, problems, and the sink that takes them
 * <li>{@code encoding}: UTF-16 and times as Windows keeps them
 * </ol>
 */
package org.assay.registry;
