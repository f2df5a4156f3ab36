/** `Maya Chen maya@client.example`, `Maya Chen <maya@client.example>` or the address alone, one a line. */
export function readVoices(text: string): { name: string; email: string }[] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const email = /[^\s<>,]+@[^\s<>,]+/.exec(line)?.[0] ?? ''
      const name = line.replace(email, '').replaceAll(/[<>,]/g, ' ').trim()
      return {
        name: name === '' ? (email.split('@')[0] ?? '') : name.replaceAll(/\s+/g, ' '),
        email: email === '' ? line : email,
      }
    })
}
