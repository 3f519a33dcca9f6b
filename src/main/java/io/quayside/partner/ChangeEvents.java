package io.quayside.partner;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishes {@link PartnerSaved} at once, {@link PartnersChanged} when the transaction commits. */
@Component
class ChangeEvents {

  private final ApplicationEventPublisher publisher;

  ChangeEvents(ApplicationEventPublisher publisher) {
    this.publisher = publisher;
  }

  void partner(String id) {
    publisher.publishEvent(new PartnerSaved(id));
    afterCommit(new PartnersChanged(Set.of(id)));
  }

  void sharedChannel() {
    afterCommit(new PartnersChanged(Set.of()));
  }

  private void afterCommit(PartnersChanged event) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      publisher.publishEvent(event);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            publisher.publishEvent(event);
          }
        });
  }
}
