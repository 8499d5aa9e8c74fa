/** Every file below a folder, by its path there with forward slashes. */
export function filesIn(folder: string): [string, Buffer][]
/** The manifest without our key, any other file as it is. */
export function withoutKey(file: [string, Buffer]): [string, Buffer]
