package org.assay.registry.hive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.assay.registry.RegistryException;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;
import org.assay.testkit.HiveBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to a hive, reading it ends, throws nothing but {@link RegistryException}, and gives no more than the file holds. */
class HiveDamageFuzzTest {

    private static final int[] LIKELY = {0, 1, -1, 0x7fff_ffff, 0x8000_0000, 0x8000_0004, 32, 4096, -8, -4096, 0xffff};

    @Test
    void aSmallHiveSurvivesAnyDamage() {
        HiveBuilder builder = new HiveBuilder(6);
        builder.root().leaf("ri").className("class");
        for (int i = 0; i < 7; i++) {
            HiveBuilder.Key key = builder.root().key("key " + i).leaf(List.of("lf", "lh", "li").get(i % 3));
            key.value("v" + i, i, new byte[i * 3]);
            key.key("\u540d").value("w", 1, new byte[40]).key("deep").value("", 3, new byte[17_000]);
        }
        byte[] hive = builder.build();
        damage(hive, 20_000, 1);
    }

    @NeedsCorpora
    @ParameterizedTest
    @CsvSource({"regipy/SECURITY,3000", "ez-registry/SAM,1500", "regipy/NTUSER.DAT,150", "regipy/NTUSER_BAGMRU.DAT,30",
        "plaso/100_sub_keys.hiv,3000"})
    void aRealHiveSurvivesAnyDamage(String name, int rounds) throws IOException {
        damage(Files.readAllBytes(Corpora.hives().resolve(name)), rounds, name.hashCode());
    }

    private static void damage(byte[] sound, int rounds, long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            byte[] hive = random.nextInt(8) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int i = random.nextInt(30); i >= 0 && hive.length > 512; i--) {
                change(hive, random);
            }
            try {
                new HiveReader().withRemnants().read("damaged", hive, Map.of(), new HiveBounds(hive.length));
            } catch (RegistryException e) {
                assertTrue(e.getMessage().contains("damaged"), e.getMessage());
            }
        }
    }

    private static void change(byte[] hive, Random random) {
        ByteBuffer bytes = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
        int at = random.nextInt(hive.length - 4) / 4 * 4;
        switch (random.nextInt(4)) {
            case 0 -> hive[random.nextInt(hive.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes.putInt(at, LIKELY[random.nextInt(LIKELY.length)]);
            case 2 -> bytes.putInt(at, bytes.getInt(random.nextInt(hive.length - 4) / 4 * 4));
            default -> bytes.putInt(at, random.nextInt(hive.length) / 8 * 8);
        }
    }
}
