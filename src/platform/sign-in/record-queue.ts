import { queue } from '../queue'

/**
 * The beginnings of sign-ins, and whatever is said of one from outside its flow, one after the other: nobody takes a sign-in's record
 * away that has just begun.
 */
export const recordQueue = queue()
