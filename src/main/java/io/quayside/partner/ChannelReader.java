package io.quayside.partner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code channels:} of a partner file, and channel files, which have the same keys. */
final class ChannelReader {

  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration MIN_AGE = Duration.ofSeconds(30);

  private ChannelReader() {}

  /** The ways in; ids count by kind: {@code acme/sftp-1}. */
  static List<Channel> in(String partner, FileNode channels) {
    List<Channel> in = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (FileNode.Item item : channels.list("in")) {
      if (item.word() != null) {
        in.add(named(item, item.word(), partner + "/" + item.word() + "-1"));
        continue;
      }
      FileNode block = item.block();
      String kind = block.text("kind", "");
      String id = partner + "/" + kind + "-" + counts.merge(kind, 1, Integer::sum);
      in.add(channel(id, block, true));
    }
    in.removeIf(channel -> channel == null);
    return in;
  }

  /**
   * The ways out by document type, the general one under "". {@code out: folder}, {@code out:
   * {kind: folder}} or {@code out: {kind: sftp, …, "810": {kind: email, …}}}.
   */
  static Map<String, Channel> out(String partner, FileNode channels) {
    Map<String, Channel> out = new LinkedHashMap<>();
    if (!channels.has("out")) {
      channels.fault(
          "out",
          "",
          "is missing",
          "Say how answers reach the partner, for example out: {kind: folder}");
      return out;
    }
    FileNode.Item item = channels.item("out");
    if (item.word() != null) {
      put(out, "", named(item, item.word(), partner + "/out"));
      return out;
    }
    FileNode block = item.block();
    List<String> documents = block.keysLike("[0-9]{3}|TA1|[A-Z]{6}");
    for (String document : documents) {
      FileNode.Item one = block.item(document);
      String id = partner + "/out-" + document;
      put(
          out,
          document,
          one.word() == null ? channel(id, one.block(), false) : named(one, one.word(), id));
    }
    if (block.has("kind") || documents.isEmpty()) {
      put(out, "", channel(partner + "/out", block, false));
    } else if (block.has("channel")) {
      put(out, "", new Channel.Shared(block.text("channel", "")));
      block.refuseOthers();
    } else {
      block.fault(
          "kind", "", "is missing", "Say which channel takes the documents that are not named");
    }
    return out;
  }

  /** A block with {@code kind} and the keys of that kind. */
  static Channel channel(String id, FileNode block, boolean in) {
    String kind =
        block.has("kind")
            ? block.oneOf("kind", "", "folder", "sftp", "email", "webhook", "as2")
            : missing(block);
    Channel channel =
        switch (kind) {
          case "folder" -> new Channel.Folder(id);
          case "sftp" -> sftp(id, block);
          case "email" ->
              in
                  ? MailboxReader.read(id, block)
                  : new Channel.Email(id, block.requiredMatching("address", Grammar.EMAIL));
          case "webhook" -> webhook(id, block, in);
          case "as2" ->
              new Channel.As2(
                  id,
                  in
                      ? block.matching("url", Grammar.URL, null)
                      : block.requiredMatching("url", Grammar.URL),
                  block.requiredMatching("as2Id", Grammar.EDI_ID));
          default -> null;
        };
    if (channel != null) {
      block.refuseOthers();
    }
    return channel;
  }

  private static String missing(FileNode block) {
    block.fault("kind", "", "is missing", "Say which kind: folder, sftp, email, webhook or as2");
    return "";
  }

  private static Channel sftp(String id, FileNode block) {
    List<String> hostKeys = block.texts("hostKey", List.of());
    for (String hostKey : hostKeys) {
      Grammar.FINGERPRINT
          .refuse(hostKey)
          .ifPresent(why -> block.fault("hostKey", hostKey, why, Grammar.FINGERPRINT.remedy()));
    }
    if (hostKeys.isEmpty()) {
      block.fault("hostKey", "", "is missing", Grammar.FINGERPRINT.remedy());
    }
    Secret password = secret(block, "password");
    Secret key = secret(block, "key");
    if (password == null && key == null) {
      block.fault(
          "keyFile",
          "",
          "is missing",
          "Name where the key or password is: keyFile, keyEnv, passwordEnv or passwordFile");
    }
    return new Channel.Sftp(
        id,
        block.requiredMatching("host", Grammar.HOST),
        block.whole("port", 22, 1, 65_535),
        block.requiredMatching("user", Grammar.USER),
        password,
        key,
        secret(block, "keyPassphrase"),
        hostKeys.stream().map(one -> one.replaceAll("=$", "")).toList(),
        block.matching("directory", Grammar.DIRECTORY, ""),
        block.duration("poll", POLL),
        block.duration("minAge", MIN_AGE));
  }

  private static Channel webhook(String id, FileNode block, boolean in) {
    if (!in) {
      return callback(id, block);
    }
    WebhookSignature signature = SignatureReader.read(block);
    List<Secret> secrets = secrets(block, "secret");
    if (secrets.isEmpty() && signature.needsSecret()) {
      block.fault(
          "secretEnv",
          "",
          "is missing",
          "Name where the shared secret is: secretEnv or secretFile; signature: none goes without");
    }
    return new Channel.Webhook(id, signature, secrets, block.whole("perSecond", 200, 1, 100_000));
  }

  private static Channel callback(String id, FileNode block) {
    String signature =
        block.oneOf("signature", "standard-webhooks", "standard-webhooks", "bearer", "none");
    Secret secret = secret(block, "secret");
    if (secret == null && !signature.equals("none")) {
      block.fault(
          "secretEnv",
          "",
          "is missing",
          "Name where the shared secret is: secretEnv or secretFile");
    }
    return new Channel.Callback(id, block.requiredMatching("url", Grammar.URL), signature, secret);
  }

  /** As {@link #secret}, but several environment variables may be named. */
  private static List<Secret> secrets(FileNode block, String what) {
    List<String> names = block.texts(what + "Env", List.of());
    if (names.size() < 2) {
      Secret one = secret(block, what);
      return one == null ? List.of() : List.of(one);
    }
    for (String name : names) {
      Grammar.ENV
          .refuse(name)
          .ifPresent(why -> block.fault(what + "Env", name, why, Grammar.ENV.remedy()));
    }
    return names.stream().map(name -> new Secret(name, null)).toList();
  }

  /** {@code passwordEnv} or {@code passwordFile}; the secret itself is refused. */
  static Secret secret(FileNode block, String what) {
    if (block.hasForbidden(what)) {
      block.fault(
          what,
          "",
          "is a secret, which never stands in a file",
          "Put it into an environment variable or a file and give its name as %1$sEnv or %1$sFile"
              .formatted(what));
    }
    String env = block.matching(what + "Env", Grammar.ENV, null);
    String file = block.matching(what + "File", Grammar.FILE, null);
    if (env != null && file != null) {
      block.fault(what + "File", file, "stands beside " + what + "Env", "Keep one of them");
    }
    return env == null && file == null ? null : new Secret(env, env == null ? file : null);
  }

  /** {@code folder}, or the id of a shared channel. */
  private static Channel named(FileNode.Item item, String name, String id) {
    if (name.equals("folder")) {
      return new Channel.Folder(id);
    }
    Grammar.ID
        .refuse(name)
        .ifPresent(
            why ->
                item.faults()
                    .add(
                        new Fault(
                            item.line(),
                            item.path(),
                            name,
                            why,
                            "Give folder or the id of a shared channel")));
    return new Channel.Shared(name);
  }

  private static void put(Map<String, Channel> out, String document, Channel channel) {
    if (channel != null) {
      out.put(document, channel);
    }
  }
}
