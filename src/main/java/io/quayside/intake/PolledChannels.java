package io.quayside.intake;

import io.quayside.partner.Channel;
import io.quayside.partner.mail.MailPasswords;
import io.quayside.partner.sftp.HostKeyRefused;
import jakarta.mail.AuthenticationFailedException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the state of each polled channel and tells the work list when one stays down. */
@Component
class PolledChannels implements ChannelStates {

  private static final Logger LOG = LoggerFactory.getLogger(PolledChannels.class);

  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final IntakeProblems problems;
  private final Clock clock;
  private final int failuresToReport;

  PolledChannels(IntakeProblems problems, IntakeSettings settings, Clock clock) {
    this.problems = problems;
    this.clock = clock;
    this.failuresToReport = settings.failuresToReport();
  }

  @Override
  public Optional<State> of(String channelId) {
    return Optional.ofNullable(states.get(channelId));
  }

  @Override
  public Collection<State> all() {
    return List.copyOf(states.values());
  }

  void forget(String channelId) {
    states.remove(channelId);
    problems.channelUp(channelId);
  }

  void good(String channelId) {
    State before = states.put(channelId, new State(channelId, clock.instant(), 0, null));
    if (before == null || before.error() != null) {
      LOG.info("Channel {} works", channelId);
      problems.channelUp(channelId);
    }
  }

  void bad(String channelId, String partnerId, Throwable cause) {
    State before = states.get(channelId);
    int failures = before == null ? 1 : before.failures() + 1;
    String words = words(cause);
    states.put(
        channelId,
        new State(channelId, before == null ? null : before.lastGoodPoll(), failures, words));
    if (before == null || !words.equals(before.error())) {
      LOG.warn("Channel {} failed: {}", channelId, words);
    }
    boolean refused =
        find(cause, HostKeyRefused.class) != null
            || find(cause, AuthenticationFailedException.class) != null;
    if (failures == failuresToReport || (refused && failures == 1)) {
      problems.channelDown(channelId, partnerId, words, failures);
    }
  }

  /** The cause in words, without stack trace and without what a server may have put into it. */
  private static String words(Throwable cause) {
    Throwable told = find(cause, HostKeyRefused.class);
    if (told == null) {
      told = cause;
      while (told.getCause() != null && told.getCause() != told) {
        told = told.getCause();
      }
    }
    String text = told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
    String clean = text.replaceAll("\\p{Cntrl}+", " ");
    return clean.length() > 500 ? clean.substring(0, 500) : clean;
  }

  private static Throwable find(Throwable cause, Class<? extends Throwable> type) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return t;
      }
    }
    return null;
  }

  /** One line for what Camel would log with its stack trace; failed polls are told already. */
  static ExceptionHandler oneLine(String channelId) {
    return new ExceptionHandler() {
      @Override
      public void handleException(Throwable exception) {
        handleException(null, null, exception);
      }

      @Override
      public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
      }

      @Override
      public void handleException(String message, Exchange exchange, Throwable exception) {
        if (message == null || !message.startsWith("Failed polling endpoint")) {
          LOG.warn(
              "Channel {}: a file was left for the next look: {}", channelId, words(exception));
        }
      }
    };
  }

  /** What Camel asks around each poll of a channel. */
  PollingConsumerPollStrategy strategy(String channelId, String partnerId) {
    return new RemoteFilePollingConsumerPollStrategy() {
      @Override
      public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        good(channelId);
      }

      @Override
      public boolean rollback(Consumer consumer, Endpoint endpoint, int retry, Exception cause) {
        bad(channelId, partnerId, cause);
        return false;
      }
    };
  }

  /**
   * As {@link #strategy}; only the holder of the mailbox's lease looks; a refused sign-in is told
   * at once, and a token asked for anew.
   */
  PollingConsumerPollStrategy mailbox(
      Channel.Mailbox mailbox, String partnerId, MailPasswords passwords, MailboxLeases leases) {
    return new DefaultPollingConsumerPollStrategy() {
      @Override
      public boolean begin(Consumer consumer, Endpoint endpoint) {
        return leases.take(MailArrivals.account(mailbox));
      }

      @Override
      public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        good(mailbox.id());
      }

      @Override
      public boolean rollback(Consumer consumer, Endpoint endpoint, int retry, Exception cause) {
        if (find(cause, AuthenticationFailedException.class) != null) {
          passwords.refused(mailbox.server());
        }
        bad(mailbox.id(), partnerId, cause);
        return false;
      }
    };
  }
}
