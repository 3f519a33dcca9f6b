/** How mail servers are spoken to: protection of the line, passwords, tokens of OAuth 2. */
package io.quayside.partner.mail;
