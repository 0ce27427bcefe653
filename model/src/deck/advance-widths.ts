/**
 * How wide the characters of the deck's font are: of Arial and of every font made to its measure (Helvetica, Liberation
 * Sans, Arimo), so that lines end at the same word wherever a deck is shown.
 *
 * Read from Arimo. Each range of code points begins at `first`; every two characters are one advance width in
 * thousandths of the font size, rounded up, in base 36; `--`: the font has no such character, or it is wider than two
 * digits can say.
 */
export interface WidthRange {
  first: number;
  regular: string;
  bold: string;
}

export const WIDTH_RANGES: readonly WidthRange[] = [
  {
    first: 0x0020,
    regular:
      '7q7q9vfhfhoqij5b9a9aaug87q9a7q7qfhfhfhfhfhfhfhfhfhfh7q7qg8g8g8fhs8ijijk3k3ijgzlmk37qdwijfhn6k3lmijlmk3ijgzk3ijq8ijijgz7q7q7qd2fh9afhfhdwfhfh7qfhfh6767dw67n6fhfhfhfh9adw7qfhdwk3dwdwdw9a789ag8',
    bold: '7q9ad7fhfhoqk36m9a9aaug87q9a7q7qfhfhfhfhfhfhfhfhfhfh9a9ag8g8g8gzr4k3k3k3k3ijgzlmk37qfhk3gzn6k3lmijlmk3ijgzk3ijq8ijijgz9a7q9ag8fh9afhgzfhgzfh9agzgz7q7qfh7qoqgzgzgzgzaufh9agzfhlmfhfhdwau7saug8',
  },
  {
    first: 0x00a0,
    regular:
      '7q9afhfhfhfh78fh9akhabfhg89akhfdb4f99a9a9ag1ey9a9a9aa6fhn6n6n6gzijijijijijijrsk3ijijijij7q7q7q7qk3k3lmlmlmlmlmg8lmk3k3k3k3ijijgzfhfhfhfhfhfhoqdwfhfhfhfh7q7q7q7qfhfhfhfhfhfhfhf9gzfhfhfhfhdwfhdwijfhijfhijfhk3dwk3dwk3dwk3dwk3h3k3fhijfhijfhijfhijfhijfhlmfhlmfhlmfhlmfhk3fhk3fh7q7q7q7q7q7q7q677q7qkfccdw67ijdwdwfh67fh67fh84fh9afh67k3fhk3fhk3fhgtk4fhlmfhlmfhlmfhrsq8k39ak39ak39aijdwijdwijdwijdwgz7qgzafgz7qk3fhk3fhk3fhk3fhk3fhk3fhq8k3ijdwijgzdwgzdwgzdw67fhl3i9fhi9fhk3k3dwk3mii9fhfhijkxgtgz7rlmhdoh677qijdw67dwork3fhlmnui8o5ikkzfhijijdwh7al7qgz7qgznrimksk3lhdwgzdwgzgzf5f5fhfhcrdjfh78big87q--xzt5tjn6ckxzq9lfijfh7q67lmfhk3fhk3fhk3fhk3fhk3fhfhijfhijfhrsoqlmfhlmfhijdwlmfhlmfhgzf567--xzt5lmfhsrh7k3fhijfhrsoqlmgzijfhijfhijfhijfh7q7q7q7qlmfhlmfhk39ak39ak3fhk3fhijdwgz7qf5c5k3fhjniygtfqgzdwijfhijfhlmfhlmfhlmfhlmfhijdw9qj1a867ononijk3dwfhgzdwdwg5cmijk3ikijfhdw67kifhk39aijdwfhfhfhfhdwdwfhfhfhfhkjcrcrhke47qfhfhfjdxh5fhfhfh67679w948g67fwn6n6n6fhfhfdfhlzlpfa9a9a9a9a9a9a9af2f2dw6778679q7q7qfhftf7dwk3dwegdwf2f5f5dwdwdwdwlmese4fjfdb2dwb8fhdwdwqtp7ryjtbyjzl8iehldieoj4j4aoao4g6o6o6oa5dd8x589v6767679a9a9p9pg8g8g8g89a9a9a9a9a9a9a9a9a9a7q7q9a9a9a9a9a9a9a9a9a9a9a9a9a9a8z4e9g959pananananan9a9a9a9a9a9a9a9a9a9a9a9a9a9a7q9a9a9a9ab2b29a00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    bold: '7q9afhfhfhfh7sfh9akhabfhg89akhfdb4f99a9a9agpfh9a9a9aa6fhn6n6n6gzk3k3k3k3k3k3rsk3ijijijij7q7q7q7qk3k3lmlmlmlmlmg8lmk3k3k3k3ijijgzfhfhfhfhfhfhoqfhfhfhfhfh7q7q7q7qgzgzgzgzgzgzgzf9gzgzgzgzgzfhgzfhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3jzk3gzijfhijfhijfhijfhijfhlmgzlmgzlmgzlmgzk3gzk3gz7q7q7q7q7q7q7q7q7q7qltfhfh7qk3fhfhgz7qgz7qgzaqgzdcgz7qk3gzk3gzk3gzjpk4gzlmgzlmgzlmgzrsq8k3auk3auk3auijfhijfhijfhijfhgz9agzdcgz9ak3gzk3gzk3gzk3gzk3gzk3gzq8lmijfhijgzdwgzdwgzdw7qgzn9jzgzjzgzk3k3fhk3najzgzgvijk7hfgz9almhppv7q7qk3fh7qfhrkk3gzlmnqjronkolqgzijijfhgpa09agz9agzn2k5mak3lffhgzdwgzgzenenfhfhdug4gz7sdug99a--xzuvwfopfgzjrsopk3fh7q7qlmgzk3gzk3gzk3gzk3gzk3gzfhk3fhk3fhrsoqlmgzlmgzk3fhlmgzlmgzgzen7q--xzuvlmgzspiik3gzk3fhrsoqlmgzk3fhk3fhijfhijfh7q7q7q7qlmgzlmgzk3auk3auk3gzk3gzijfhgz9ag2ehk3gzjjnahjhjgzdwk3fhijfhlmgzlmgzlmgzlmgzijfhdwn6e27qqiqik3k3fhgzgzfhdwhydgk3k3ijijfhfh7qljgzk3auijfhfhgzgzgzfhfhgzgzfhfhlqduduj7fs9agzgzgafhgpgzgzgz7q7qba999w7qgsoqoqoqgzgzh3gzn6nhkuauauauauauauaug8g8fh9a9a9af09a9agzhag7fhlmfhfvdwiwenenfhfhfhfhlmh3fsgagtcrfhclgzfhfhsnq6xnmmevmxo6lkj9eufokakaa8a85f707070afeja16odc7q7q7q9a9aafafg8g8g8g89a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9aa63yaga7afananananan9a9a9a9adw9a9a9a9a9a9a9a9a9a9a9a9a9a9ab2b29a00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
  },
  {
    first: 0x0370,
    regular:
      'gbbygzcr9a9ajzfj----9adwdwdw7qdw--------9a9aik7qltnaao--lj--nskx67ijijfbikijgzk3lm7qijikn6k3i2lmk3ij--h7gzijm6ijn8ks7qijg3cefh67f7g3g0dwfhcec9fhfh67dwdwg1dwcgfhj6ftdeh6b0f7i1eljtlp67f7fhf7lpijg0f7lhqnlhfllpgqlmfhk3dwgzb8hdeql1g1orn6irfhiqdwijijgyglkhfecwbegqfxdw67lmcacaijfhk3n6j4ftk3k3k3',
    bold: 'g8cehgdy9a9ajzh3----9afhfhfh9afh--------9acxk39anqp6d6--mx--psna7qk3k3gqjzijgzk3lm7qk3ijn6k3hwlmk3ij--gpgzijmtijmima7qijh3ckgz7qg7h3gzfhgvd7ctgzf17qfifhh0fhcegzlah7ehj1cfg7jwg0kynh7qg7gzg7nhk3gzg7lfrtlfkunhitlmgzk3fhgzclkweqmdgzrkoqjjgzjjgtijijhvgskfg3e3c8ith6fh7qlmdbdbijgzk3n6kkh7k3k3k3',
  },
  {
    first: 0x0400,
    regular:
      'ijiko1f2jzij7q7qdwtes3nrg7jzhojziji9ijf2iuijpogtjzjzg7i9n6k3lmjzijk3gzhol5ijkkijphq2m0omi9jzs3k3fhfxesa5g8fhilcrfjfjc6g8j4fdfhf2fhdwcrdwmvdwfxehmbmvhdjzehe7kuf2fhfhfha5e7dw677q67p7mlfhc6fjdwfc--hdlmh1qejuikdwoyjcn1j2tao4gtcrm5j5lmfhmchjmchjtvoxn6h1x3no--hdk3dwe000000000000000jzfji9ehijfhdlbgf2a5inf9poilgtcrg7c6g7c6g7c6kmewk3fdogi0vlo7kxehk3dwgzcrfhdwfhdwijdwpqj7ijehijehijfhnyijnyij7qpoilikfbi9g8k3fdk3fdijehn6j467ijfhijfhrsoqijfhkxfhkxfhpoilgtcrgtf5jzfjjzfjlmfhlmfhlmfhjze7hodwhodwhodwijehf2a5omjzf2a5ijdwijdwi9fhqxodqlmoife6qzpasroflmfjkriigtcri9g8poksodl3vhotlmfhq8k3g7c6trp6vlockkfrjkgak3fdzjseijewjggx',
    bold: 'ijilomfrjsij7q7ofhuetjobgzjzhbjzk3jzk3frjtijp4hfjzjzgzjin6k3lmjzijk3gzhbnqijkbjjrxsco6r8jzjssojzfhh6h3blhnfhjpduh3h3dxhokkgtgzgtgzfhdmfhobfhh3g5n6ngkanrh3fdnrg8fhfhgzblfdfh7q7u7qqxp7gzdxh3fhgtzklno6jjr4m4ijfhpqm9mikytyr9hfdumikylmgzmnhzmnhzv5r3mnhqzkp1zklnk3fhg800000000000000jzh3jzh3ijgzdjcffrbljjgnp4jphfdugzdxgzdxgzdxl6hck3gtogjuvapmk3g2k3fhgzdmfhfhfhfhijfhnpj5jjg5jjg5jjgzntivntiv7qp4jpjigmjihok3gtk3gtjjg5n6kk7qk3fhk3fhrsoqijfhk7fhk7fhp4jphfduhfenjzh3jzh3lmgzlmgzlmgzjsfdhbfhhbfhhbfhjjg5frblr8nrfrblijfhijfhjzgzsnpzqoniiaexs5qksppplmgalajhhfdujihoq5mlpzn9usotlmgzq8lmgzdxv1qtvlpxkzh3kohik3gt--vgjjgqkhhy',
  },
  {
    first: 0x05d0,
    regular: 'hggnbrffhm7890ibi578eveleqivj478aui8g7hcgye0f5geevkaj7',
    bold: 'izhtdcg7is8ea6jhj48eg1fefwk1k78ec0jfh7iri4fbgxi6g1mejy',
  },
  {
    first: 0x1e00,
    regular:
      'ijfhijfhijfhijfhk3dwk3fhk3fhk3fhk3fhk3fhijfhijfhijfhijfhijfhgz7qlmfhk3fhk3fhk3fhk3fhk3fh7q677q7qijdwijdwijdwfh67fh67fh67fh67n6n6n6n6n6n6k3fhk3fhk3fhk3fhlmfhlmfhlmfhlmfhijfhijfhk39ak39ak39ak39aijdwijdwijdwijdwijdwgz7qgz7qgz7qgz7qk3fhk3fhk3fhk3fhk3fhijdwijdwq8k3q8k3q8k3q8k3q8k3ijdwijdwijdwgzdwgzdwgzdwfh7qk3dwfh677q7qjjfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfh7q677q67lmfhlmfhlmfhlmfhlmfhlmfhlmfhnui8nui8nui8nui8nui8k3fhk3fhnrimnrimnrimnrimnrimijdwijdwijdwijdwkmdng5eihwdwg3g3g3g3g3g3g3g3ijijmmmmmmmmmmmmcececececece----l9l9pspspsps----fhfhfhfhfhfhfhfhmsmss8s8s8s8s8s86767676767676767agagfvfvfvfvfvfvfhfhfhfhfhfh----mzmzseser2r2----f7f7f7f7f7f7f7f7--mm--qo--s1--qolplplplplplplplpm5m5rkrkq7q7q7q7g3g3cecefhfh6767fhfhf7f7lplp----g3g3g3g3g3g3g3g3ijijmmmmmmmmmmmmfhfhfhfhfhfhfhfhmsmss8s8s8s8s8s8lplplplplplplplpm5m5rkrkq7q7q7q7g3g3g3g3g3--g3g3ijijijijij9a9a9a9a9afhfhfh--fhfhmmmmo5o5k39a9a9a67676767----67677q7qbtbt--9a9a9af7f7f7f7ftftf7f7ijijnzonl99a9a9a----lplplp--lplpppmzovm5ks9a9a--',
    bold: 'k3fhk3gzk3gzk3gzk3fhk3gzk3gzk3gzk3gzk3gzijfhijfhijfhijfhijfhgz9almgzk3gzk3gzk3gzk3gzk3gz7q7q7q7qk3fhk3fhk3fhgz7qgz7qgz7qgz7qn6oqn6oqn6oqk3gzk3gzk3gzk3gzlmgzlmgzlmgzlmgzijgzijgzk3auk3auk3auk3auijfhijfhijfhijfhijfhgz9agz9agz9agz9ak3gzk3gzk3gzk3gzk3gzijfhijfhq8lmq8lmq8lmq8lmq8lmijfhijfhijfhgzdwgzdwgzdwgz9almfhfh7q9a9ajwgvk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fhijfhijfhijfhijfhijfhijfhijfhijfh7q7q7q7qlmgzlmgzlmgzlmgzlmgzlmgzlmgznqjrnqjrnqjrnqjrnqjrk3gzk3gzn2k5n2k5n2k5n2k5n2k5ijfhijfhijfhijfhnndzgvg6i3fhh3h3h3h3h3h3h3h3k3k3o5o5o5o5o5o5d7d7d7d7d7d7----l9l9qoqoqoqo----gzgzgzgzgzgzgzgzmsmss8s8s8s8s8s87q7q7q7q7q7q7q7qagagfvfvfvfvfvfvgzgzgzgzgzgz----mzmzsysyr2r2----g7g7g7g7g7g7g7g7--mm--rs--t4--qonhnhnhnhnhnhnhnhnnnntmtmrqrqrqrqh3h3d7d7gzgz7q7qgzgzg7g7nhnh----h3h3h3h3h3h3h3h3k3k3o5o5o5o5o5o5gzgzgzgzgzgzgzgzmsmss8s8s8s8s8s8nhnhnhnhnhnhnhnhnnnntmtmrqrqrqrqh3h3h3h3h3--h3h3k3k3k3k3k39a9a9a9a9agzgzgz--gzgznznzpipik39a9a9a7q7q7q7q----7q7q7q7qd6d6--9a9a9ag7g7g7g7h7h7g7g7ijijnzpcl9cxcx9a----nhnhnh--nhnhppmzqdnnma9a9a--',
  },
  {
    first: 0x2000,
    regular: 'dwrsdwrs9a6y4nfh7q5l2c',
    bold: 'dwrsdwrs9a6y4nfh7q5l2c',
  },
  {
    first: 0x2010,
    regular:
      '9a9afhfhrsrsbmfd676767679a9a9a9afhfh9r9r7qeers7q000000000000005lrs--589v9v589veh909a9agodwfh9am3m3dnmp9a4n',
    bold: '9a9afhfhrsrsdhfd7q7q7q7qdwdwdwdwfhfh9r9r7qeers7q000000000000005lrs--6odcdc6odcjy9a9a9agogtgz9am3m3fhoa9a4n',
  },
  {
    first: 0x2070,
    regular: '9a4i----9a9a9a9a9a9a9a9a9a6262an9a9a9a9a9a9a9a9a9a9a9a9a9a6262',
    bold: '9a6h----9a9a9a9a9a9a9a9a9a6t6ta99a9a9a9a9a9a9a9a9a9a9a9a9a6t6t',
  },
  {
    first: 0x20a0,
    regular: 'fhk3k3fhfhn6k3uewdq8nmeafhijgzrsehijlmijfhk3fhijgzfhfhn2lvfhhg--',
    bold: 'fhk3k3fhfhoqk3uey2q8okeafhk3gzu6fhijlmk3ijk3fhfhfhfhfhfhl5fhkd--',
  },
  {
    first: 0x2100,
    regular:
      'omomj0t6fhomomfhjzq2g5tfkekrfhfhkofkn690mmlmttkhmfi7lmo9nmjuj2hprsrsrsijhif5ldksga67ijijnaiogpcugsmxgzw3dchggnbrff7jr4xzj6dwfbk3h9lmfhfhijkag4dw9j9jijiji7q7dmsn',
    bold: 'omomk3tgfhomomfhjsqrg5tfkekrgzfhkofkn6dlo4lmuzkhmfi7lmo9nmjujshprsrsrsijhienldmaga7qk3k3naiogpcugsmxgzw3dcizhtdcg78jrlxzj6dwfbk3h9lmgzgzijkag4dw9j9jijk3i7rsdxsn',
  },
  {
    first: 0x2153,
    regular: 'n6n6------------n6n6n6n6',
    bold: 'n6n6------------n6n6n6n6',
  },
  {
    first: 0x2190,
    regular: 'rsdwrsdwrsdw--------',
    bold: 'rsdwrsdwrsdw--------',
  },
  {
    first: 0x2202,
    regular:
      'dr------h0----------------mw--jtg8----4n------7qf9------jtr8------------------jz--7m--------------------------------------------------------f9----------------------------------------------f9g8----f9f9',
    bold: 'dr------h0----------------mw--jtg8----4n------7qf9------jtr8------------------k3--7m--------------------------------------------------------f9----------------------------------------------f9g8----f9f9',
  },
  {
    first: 0x25a0,
    regular:
      'gtgt----------------9v9vrs----------ri--------------ri--ri--------------ri----------drgtgj----gt',
    bold: 'gtgt----------------9v9vrs----------ri--------------ri--ri--------------ri----------drgtgj----gt',
  },
];
