package io.quayside.document;

import io.quayside.work.Database;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Bytes under their SHA-256, in chunks, each content once. */
@Component
final class Blobs {

  private static final int CHUNK = 256 * 1024;

  private final Database database;

  Blobs(Database database) {
    this.database = database;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Stores bytes in the current transaction, unless they are here; gives their hash. */
  String store(byte[] bytes) {
    String sha256 = sha256(bytes);
    for (int chunk = 0; chunk == 0 || chunk * CHUNK < bytes.length; chunk++) {
      int from = chunk * CHUNK;
      int added =
          database
              .write()
              .sql(
                  """
                  INSERT INTO blob_chunk (sha256, chunk, bytes) VALUES (:sha256, :chunk, :bytes)
                  ON CONFLICT DO NOTHING""")
              .param("sha256", sha256)
              .param("chunk", chunk)
              .param("bytes", Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK)))
              .update();
      if (added == 0) {
        return sha256;
      }
    }
    return sha256;
  }

  /**
   * The bytes of a hash, checked; {@link DamagedDocumentException} when they are not what was
   * stored.
   */
  byte[] read(String sha256, String what) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    database
        .read()
        .sql("SELECT bytes FROM blob_chunk WHERE sha256 = :sha256 ORDER BY chunk")
        .param("sha256", sha256)
        .query((row, number) -> row.getBytes("bytes"))
        .list()
        .forEach(all::writeBytes);
    byte[] bytes = all.toByteArray();
    if (!sha256(bytes).equals(sha256)) {
      throw new DamagedDocumentException(
          "The stored bytes of "
              + what
              + " are damaged: their SHA-256 should be "
              + sha256
              + ". Restore table blob_chunk from a backup, or ask the sender for the document again.");
    }
    return bytes;
  }
}
