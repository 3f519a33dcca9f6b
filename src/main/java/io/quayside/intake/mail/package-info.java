/**
 * Reads mails by our own walk over the stored bytes (RFC 5322, RFC 2045 ff.): every part is found,
 * none is lost, and nothing in a mail steers the hub.
 */
package io.quayside.intake.mail;
