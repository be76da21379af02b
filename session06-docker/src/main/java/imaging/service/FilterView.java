package imaging.service;

import imaging.pipelines.FilterDefinition;
import imaging.pipelines.FilterRegistry;
import imaging.pipelines.Parameter;
import java.util.List;

/** A filter that a person may pick: the page builds its chips from these. */
public record FilterView(String name, String summary, List<ParameterView> parameters) {

  /**
   * What a filter wants to be told.
   *
   * @param type {@code whole} or {@code decimal}
   */
  public record ParameterView(String name, String type, double min, double max) {

    static ParameterView of(Parameter parameter) {
      return switch (parameter) {
        case Parameter.Whole(String name, int min, int max) ->
            new ParameterView(name, "whole", min, max);
        case Parameter.Decimal(String name, double min, double max) ->
            new ParameterView(name, "decimal", min, max);
      };
    }
  }

  static List<FilterView> all() {
    return FilterRegistry.standard().definitions().stream().map(FilterView::of).toList();
  }

  private static FilterView of(FilterDefinition definition) {
    return new FilterView(
        definition.name(),
        definition.summary(),
        definition.parameters().stream().map(ParameterView::of).toList());
  }
}
