package io.quayside.intake;

import io.quayside.intake.extract.Learned;
import io.quayside.intake.extract.TemplateFile;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A sender's templates that are switched on, as the extraction takes them. */
@Component
class SenderTemplates {

  private static final Logger LOG = LoggerFactory.getLogger(SenderTemplates.class);

  private final Templates templates;

  SenderTemplates(Templates templates) {
    this.templates = templates;
  }

  /** None while nobody knows who the sender is; one that cannot be read any more is logged. */
  List<Learned> of(String partnerId) {
    return partnerId == null
        ? List.of()
        : templates.of(partnerId).stream()
            .filter(one -> one.state().equals("on"))
            .flatMap(one -> read(one).stream())
            .toList();
  }

  void used(String partnerId, String layout) {
    templates.used(partnerId, layout);
  }

  private static Optional<Learned> read(Templates.Stored stored) {
    try {
      return Optional.of(
          new Learned(
              TemplateFile.read(stored.layout(), stored.source()),
              stored.right(),
              stored.wrong(),
              stored.streak()));
    } catch (IllegalArgumentException e) {
      LOG.error(
          "Template {} of {} is left out: {}", stored.layout(), stored.partnerId(), e.getMessage());
      return Optional.empty();
    }
  }
}
