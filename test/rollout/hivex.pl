# Reads a registration file from standard input by the parser of hivex, and prints what regedit would do with it, as JSON.
use strict;
use warnings;
use Encode qw(decode);
use JSON::PP;
use Win::Hivex::Regedit qw(reg_import);

# A registry in which every key is there already: what is deleted or set in it is written down. Numbers stand for keys; 0 is the root.
package Registry;
my @keys = ('');
my (@deleted, %set);
sub new { return bless {}, shift }
sub root { return 0 }
sub node_values { return () }
sub node_delete_child { my ($self, $node) = @_; push @deleted, $keys[$node] }

sub node_get_child {
    my ($self, $parent, $name) = @_;
    push @keys, $parent ? "$keys[$parent]\\$name" : $name;
    return $#keys;
}

sub node_set_values {
    my ($self, $node, $values) = @_;
    $set{ $keys[$node] }{ $_->{key} } = main::value_of($_) for @$values;
}

package main;

sub value_of {
    my ($given) = @_;
    return unpack('V', $given->{value}) + 0 if $given->{t} == 4;
    return decode('UTF-16LE', $given->{value}) =~ s/\0\z//r;
}

my $registry = Registry->new;
reg_import(\*STDIN, sub { return ($registry, $_[0] =~ s/^HKEY_LOCAL_MACHINE\\//r) }, encoding => 'UTF-16LE');
print JSON::PP->new->encode({ deleted => \@deleted, keys => \%set });
