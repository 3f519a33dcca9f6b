package io.quayside.console;

import io.quayside.document.Documents.Document;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Raw bytes as a file to keep: never shown by the browser, never guessed at. */
public final class Download {

  private Download() {}

  /** The answer with the bytes; the file is named by our id, never by the sender. */
  public static ResponseEntity<byte[]> of(Document document, byte[] bytes) {
    String name = document.type() + "-" + document.id() + ".txt";
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name.replaceAll("[^A-Za-z0-9._-]", "_"))
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }
}
