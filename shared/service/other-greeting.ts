/** The first words of services that cannot be mistaken. */
const firstWords = ['SSH-', '220 ', '220-', 'HTTP/', '+OK', '-ERR', '* OK', '* BYE', '* PREAUTH', 'RFB 0', '@RSYNCD:'];

/**
 * Whether text begins with the first words of a service that cannot be mistaken: for services that allow free text first
 * (Telnet prompts, the lines before SSH's identification). "perhaps": too short to tell.
 */
export function beginsOtherGreeting(text: string): 'yes' | 'perhaps' | 'no' {
  if (firstWords.some((words) => text.startsWith(words))) return 'yes';
  return firstWords.some((words) => words.startsWith(text)) ? 'perhaps' : 'no';
}
