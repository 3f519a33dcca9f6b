package io.quayside.intake.mail;

import io.quayside.intake.mail.MimeWalk.Inner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code outlook}: an Outlook file is taken apart in a process of its own. The answer: the number
 * of its parts (-1 when it is no such file), and of each type, name, length and bytes.
 */
public final class OutlookTask {

  /** The task's name. */
  public static final String NAME = "outlook";

  private static final int MOST_PARTS = 1000;

  private OutlookTask() {}

  /** Opens it, in the process that may be lost over it. */
  public static byte[] open(byte[] file, String none) throws IOException {
    Optional<List<Inner>> found = Outlook.open(file);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(found.map(List::size).orElse(-1));
    for (Inner one : found.orElse(List.of())) {
      out.writeUTF(one.type());
      out.writeBoolean(one.name() != null);
      out.writeUTF(one.name() == null ? "" : Headers.clean(one.name()));
      out.writeInt(one.bytes().length);
      out.write(one.bytes());
    }
    return bytes.toByteArray();
  }

  /** What that process answered. */
  static Optional<List<Inner>> answer(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int count = in.readInt();
    if (count > MOST_PARTS) {
      throw new IOException("It has more than %d parts".formatted(MOST_PARTS));
    }
    List<Inner> inner = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String type = in.readUTF();
      boolean named = in.readBoolean();
      String name = in.readUTF();
      inner.add(new Inner(type, named ? name : null, in.readNBytes(in.readInt())));
    }
    return count < 0 ? Optional.empty() : Optional.of(inner);
  }
}
