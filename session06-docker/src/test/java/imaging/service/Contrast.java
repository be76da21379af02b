package imaging.service;

/** Looks for text that is hard to read: WCAG 2.2, contrast (minimum), 4.5 to 1. */
final class Contrast {

  /** Answers with the texts whose contrast is too weak. Controls that are disabled do not count. */
  static final String SCRIPT =
      """
      const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
          .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const paper = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const [r, g, b, a = 1] = numbers(getComputedStyle(at).backgroundColor);
          if (a > 0.5) return [r, g, b];
        }
        return [255, 255, 255];
      };
      const weak = [];
      for (const element of document.querySelectorAll('body *')) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || element.disabled || !element.checkVisibility()) continue;
        const [one, other] = [light(numbers(getComputedStyle(element).color)), light(paper(element))];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < 4.5) weak.push(`${element.tagName} ${element.textContent.trim()} ${ratio.toFixed(2)}`);
      }
      return weak;
      """;

  private Contrast() {}
}
