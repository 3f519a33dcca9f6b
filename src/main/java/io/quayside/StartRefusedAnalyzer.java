package io.quayside;

import io.quayside.work.StartRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the hub does not start, instead of a stack trace. */
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
    return new FailureAnalysis(cause.reason(), cause.remedy(), cause);
  }
}
