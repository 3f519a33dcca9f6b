package io.quayside;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail server in this process, really spoken to: IMAP, POP3 and SMTP on free ports. */
public final class MailServer implements AutoCloseable {

  private final GreenMail server;

  private MailServer(GreenMail server) {
    this.server = server;
  }

  /** With one mailbox: orders@ours.example, which is its user too, password secret. */
  public static MailServer start() {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
            });
    server.start();
    server.setUser("orders@ours.example", "orders@ours.example", "secret");
    return new MailServer(server);
  }

  public GreenMail greenMail() {
    return server;
  }

  public int imap() {
    return server.getImap().getPort();
  }

  public int imaps() {
    return server.getImaps().getPort();
  }

  public int pop3() {
    return server.getPop3().getPort();
  }

  public int smtp() {
    return server.getSmtp().getPort();
  }

  public GreenMailUser user(String address) {
    return server.setUser(address, address, "secret");
  }

  /** Sends raw bytes as they are, by SMTP (RFC 5321). */
  public void send(String to, String mail) {
    try (Socket socket = new Socket("127.0.0.1", smtp())) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      in.readLine();
      for (String line :
          List.of("HELO test.example", "MAIL FROM:<sender@test.example>", "RCPT TO:<" + to + ">")) {
        say(out, line);
        expect(in, "250");
      }
      say(out, "DATA");
      expect(in, "354");
      String body = mail.replace("\r\n", "\n").replace("\n", "\r\n").replace("\r\n.", "\r\n..");
      out.write(body.getBytes(StandardCharsets.ISO_8859_1));
      say(out, "\r\n.");
      expect(in, "250");
      say(out, "QUIT");
    } catch (IOException e) {
      throw new IllegalStateException("The mail could not be sent", e);
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void expect(BufferedReader in, String code) throws IOException {
    String answer = in.readLine();
    if (answer == null || !answer.startsWith(code)) {
      throw new IOException("expected " + code + ", got " + answer);
    }
  }

  /** The subjects in a folder of a mailbox; none when there is no such folder. */
  public List<String> subjects(String user, String folder) {
    return look(user, folder, Message::getSubject);
  }

  /** What a look at a mail gives. */
  public interface Look<T> {
    T at(Message message) throws MessagingException, IOException;
  }

  /** Looks at all mails of a folder, by IMAP. */
  public <T> List<T> look(String user, String folder, Look<T> look) {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", imap(), user, "secret");
      Folder open = store.getFolder(folder);
      List<T> all = new ArrayList<>();
      if (open.exists()) {
        open.open(Folder.READ_ONLY);
        for (Message message : open.getMessages()) {
          all.add(look.at(message));
        }
        open.close(false);
      }
      return all;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("The mailbox cannot be looked at", e);
    }
  }

  /** Lays a mail into a folder, byte by byte, by IMAP. */
  public void append(String user, String folder, Message message) {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", imap(), user, "secret");
      store.getFolder(folder).appendMessages(new Message[] {message});
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail cannot be laid there", e);
    }
  }

  /** Somebody opens all mails of the inbox in another program. */
  public void flagSeen(String user) {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", imap(), user, "secret");
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.SEEN), true);
      inbox.close(false);
    } catch (MessagingException e) {
      throw new IllegalStateException("The mails cannot be read", e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
