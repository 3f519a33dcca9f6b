package io.quayside.partner;

import java.time.Duration;
import java.util.List;

/** A way that documents come or go by. {@code id} is unique, for example {@code acme/sftp-1}. */
public sealed interface Channel {

  String id();

  /** The word of the partner file: {@code folder}, {@code sftp} … */
  String kind();

  /** {@code ${quayside.home}/outbox/<partner>/}; as a way in, the inbox that everybody shares. */
  record Folder(String id) implements Channel {
    @Override
    public String kind() {
      return "folder";
    }
  }

  /**
   * A directory on a partner's SFTP server.
   *
   * @param password null when it signs in by key
   * @param key the private key, null when it signs in by password
   * @param passphrase of the key, or null
   * @param hostKeys the server's pinned key, {@code SHA256:} and 43 characters of base64; several
   *     while a planned change of key goes on
   * @param directory relative to where the sign-in lands, or absolute; "" for right there
   * @param poll how often to look
   * @param minAge how long a file must lie unchanged before it is read
   */
  record Sftp(
      String id,
      String host,
      int port,
      String user,
      Secret password,
      Secret key,
      Secret passphrase,
      List<String> hostKeys,
      String directory,
      Duration poll,
      Duration minAge)
      implements Channel {
    public Sftp {
      hostKeys = List.copyOf(hostKeys);
    }

    @Override
    public String kind() {
      return "sftp";
    }
  }

  /**
   * A mailbox of ours that orders are sent to.
   *
   * @param protocol IMAP or POP3
   * @param folder where new mail lies; POP3 knows {@code INBOX} alone
   * @param processed the folder for what was taken in, POP3: none
   * @param problem the folder for what was not taken in
   * @param keep POP3: what was taken in stays on the server
   * @param authserv the names that our own mail host signs its {@code Authentication-Results} with;
   *     without any, no sender is proven
   * @param poll how often to look
   * @param idle IMAP: listen too, and look at once when the server says that a mail has come
   */
  record Mailbox(
      String id,
      Protocol protocol,
      MailServer server,
      String folder,
      String processed,
      String problem,
      boolean keep,
      List<String> authserv,
      Duration poll,
      boolean idle)
      implements Channel {
    public Mailbox {
      authserv = List.copyOf(authserv);
    }

    /** How the mailbox is spoken to. */
    public enum Protocol {
      IMAP,
      POP3
    }

    @Override
    public String kind() {
      return "email";
    }
  }

  /** Mail to this address. */
  record Email(String id, String address) implements Channel {
    @Override
    public String kind() {
      return "email";
    }
  }

  /**
   * Calls to us, {@code /webhooks/<partner>}.
   *
   * @param secrets all that are good at the moment: two while a secret is changed
   * @param perSecond calls taken in a second, on average; twice as many at once
   */
  record Webhook(String id, WebhookSignature signature, List<Secret> secrets, int perSecond)
      implements Channel {
    public Webhook {
      secrets = List.copyOf(secrets);
    }

    @Override
    public String kind() {
      return "webhook";
    }
  }

  /**
   * Our calls to the partner.
   *
   * @param url where we post to
   * @param signature how we sign: {@code standard-webhooks}, {@code bearer} or {@code none}
   * @param secret null with {@code none}
   */
  record Callback(String id, String url, String signature, Secret secret) implements Channel {
    @Override
    public String kind() {
      return "webhook";
    }
  }

  /** AS2 between our and the partner's AS2 name. */
  record As2(String id, String url, String as2Id) implements Channel {
    @Override
    public String kind() {
      return "as2";
    }
  }

  /** A channel that several partners share, by its id; {@link SharedChannels} knows it. */
  record Shared(String id) implements Channel {
    @Override
    public String kind() {
      return "shared";
    }
  }
}
