package org.assay.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiled class of a room, and what it refers to.
 *
 * @param references the names of all classes in its constant pool, with dots
 * @param members the fields and methods it uses, as {@code owner.name}
 */
record BuiltClass(String room, String name, ClassModel model, Set<String> references, Set<String> members) {

    static BuiltClass read(String room, Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            Set<String> references = new TreeSet<>();
            Set<String> members = new TreeSet<>();
            for (PoolEntry entry : model.constantPool()) {
                switch (entry) {
                    case ClassEntry used -> add(references, used.asSymbol());
                    case MemberRefEntry used -> members.add(name(used.owner().asSymbol()) + "." + used.name().stringValue());
                    case NameAndTypeEntry used -> described(used.type().stringValue()).forEach(type -> add(references, type));
                    default -> { }
                }
            }
            model.fields().forEach(field -> add(references, field.fieldTypeSymbol()));
            model.methods().forEach(method -> described(method.methodType().stringValue()).forEach(type -> add(references, type)));
            return new BuiltClass(room, name(model.thisClass().asSymbol()), model, references, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its string literals, each as the compiler joined it; what is not constant stands in one as a control character. */
    Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof StringEntry literal) {
                literals.add(literal.stringValue());
            }
        }
        return literals;
    }

    /** The class's own source file, named as the class it is nested in, or as itself. */
    String topLevel() {
        return topLevel(name);
    }

    static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    boolean isRecord() {
        return model.superclass().filter(one -> one.asInternalName().equals("java/lang/Record")).isPresent();
    }

    /** Its superclass and the interfaces that it names. */
    Set<String> supertypes() {
        return Stream.concat(model.superclass().stream(), model.interfaces().stream()).map(one -> name(one.asSymbol()))
                .collect(Collectors.toSet());
    }

    long constructors() {
        return model.methods().stream().filter(method -> method.methodName().equalsString("<init>")).count();
    }

    /** The cases of a sealed type; none of another type. */
    Set<String> permitted() {
        return model.findAttribute(Attributes.permittedSubclasses()).stream().flatMap(sealed -> sealed.permittedSubclasses().stream())
                .map(one -> name(one.asSymbol())).collect(Collectors.toSet());
    }

    private static Stream<ClassDesc> described(String descriptor) {
        if (!descriptor.startsWith("(")) {
            return Stream.of(ClassDesc.ofDescriptor(descriptor));
        }
        MethodTypeDesc method = MethodTypeDesc.ofDescriptor(descriptor);
        return Stream.concat(Stream.of(method.returnType()), method.parameterList().stream());
    }

    private static void add(Set<String> references, ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        if (!element.isPrimitive()) {
            references.add(name(element));
        }
    }

    private static String name(ClassDesc type) {
        return type.isArray() ? "array" : type.descriptorString().substring(1, type.descriptorString().length() - 1).replace('/', '.');
    }

    /** The package of {@code className}. */
    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
